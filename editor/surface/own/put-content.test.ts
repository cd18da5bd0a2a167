// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, expect, test, vi } from 'vitest'
import { documentExtensions } from '../../blocks/extensions.ts'
import { footnoteFixture } from '../../blocks/footnote/fixture.ts'
import { imageFixture } from '../../blocks/image/fixture.ts'
import { indicatorTableFixture } from '../../blocks/indicator-table/fixture.ts'
import { tableFixture } from '../../blocks/table/fixture.ts'
import { sampleTools } from '../testing/sample-tools.ts'
import { putContent } from './put-content.ts'

const [HERE, EARLIER, PICTURE, STORED] = ['1', '2', '3', '4'].map(
  digit => `${digit.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string, string, string]
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
  vi.unstubAllGlobals()
})

const tools = sampleTools(HERE)

function emptyEditor(): Editor {
  const editor = new Editor({
    extensions: documentExtensions,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
  })
  editors.push(editor)
  return editor
}

const words = { type: 'paragraph', content: [{ type: 'text', text: 'Förra året ' }, footnoteFixture] }
const content = { type: 'doc', content: [words, indicatorTableFixture, tableFixture] }

test('an empty text becomes the earlier one, block by block', () => {
  const editor = emptyEditor()
  expect(putContent(editor.view, content, EARLIER, tools)).toBe(true)
  const wanted = new Editor({ extensions: documentExtensions, content })
  editors.push(wanted)
  expect(editor.getJSON()).toEqual(wanted.getJSON())
})

test('its pictures are stored in this report first', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    return init?.method === 'POST'
      ? Response.json({ imageId: STORED, width: 1, height: 1 })
      : new Response(new Uint8Array([1]), { headers: { 'content-type': 'image/png' } })
  })
  const editor = emptyEditor()
  const picture = { ...imageFixture, attrs: { imageId: PICTURE, alt: 'Kurva' } }
  const before = { type: 'doc', content: [words, picture, words] }
  expect(putContent(editor.view, before, EARLIER, tools)).toBe(true)
  await vi.waitFor(() => expect(JSON.stringify(editor.getJSON())).toContain(STORED))
  expect(JSON.stringify(editor.getJSON())).not.toContain(PICTURE)
  expect(editor.getText()).toContain('Förra året')
  expect(asked).toEqual([`GET /api/reports/${EARLIER}/images/${PICTURE}`, `POST /api/reports/${HERE}/images`])
  // What was given is not touched.
  expect(picture.attrs.imageId).toBe(PICTURE)
})

test('a text with what this editor does not know is left alone', () => {
  const editor = emptyEditor()
  const unknown = { type: 'doc', content: [{ type: 'hologram' }] }
  expect(putContent(editor.view, unknown, EARLIER, tools)).toBe(false)
  expect(editor.getText()).toBe('')
})
