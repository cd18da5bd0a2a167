// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { afterEach, expect, test, vi } from 'vitest'
import { chartFixture } from '../../blocks/chart/fixture.ts'
import { economyTableFixture } from '../../blocks/economy-table/fixture.ts'
import { documentExtensions } from '../../blocks/extensions.ts'
import { footnoteFixture } from '../../blocks/footnote/fixture.ts'
import { headingFixture } from '../../blocks/heading/fixture.ts'
import { imageFixture } from '../../blocks/image/fixture.ts'
import { indicatorTableFixture } from '../../blocks/indicator-table/fixture.ts'
import { richFixture } from '../../blocks/indicator-table/rich-fixture.ts'
import { keyFiguresFixture } from '../../blocks/key-figures/fixture.ts'
import { bulletListFixture, orderedListFixture } from '../../blocks/list/fixture.ts'
import { paragraphFixture } from '../../blocks/paragraph/fixture.ts'
import { statusListFixture } from '../../blocks/status-list/fixture.ts'
import { tableFixture } from '../../blocks/table/fixture.ts'
import { sampleTools } from '../testing/sample-tools.ts'
import { PasteFromOffice } from '../text/paste-from-office.ts'

const [HERE, ELSEWHERE, PICTURE] = ['1', '2', '3'].map(digit => `${digit.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
]
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
  vi.unstubAllGlobals()
})

function open(reportId: string, content: object[]): { editor: Editor; told: string[] } {
  const told: string[] = []
  const tools = sampleTools(reportId, { notify: ({ title }) => void told.push(title) })
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [...documentExtensions, PasteFromOffice.configure({ tools })],
    content: { type: 'doc', content },
  })
  editors.push(editor)
  return { editor, told }
}

/** What the clipboard holds when everything has been selected and copied. */
function copied(editor: Editor): string {
  const { state, view } = editor
  return view.serializeForClipboard(state.doc.slice(0, state.doc.content.size)).dom.innerHTML
}

const image = { ...imageFixture, attrs: { imageId: PICTURE, alt: 'Kurva ”stigande” & <brant>' } }
const blocks = [
  headingFixture,
  paragraphFixture,
  { type: 'paragraph', content: [{ type: 'text', text: 'Två  blanksteg och\u00a0hårt ' }, footnoteFixture] },
  image,
  indicatorTableFixture,
  richFixture,
  economyTableFixture,
  chartFixture,
  keyFiguresFixture,
  statusListFixture,
  tableFixture,
  bulletListFixture,
  orderedListFixture,
]

test('what is cut in one section is the same in another, attribute by attribute', () => {
  const from = open(HERE, blocks)
  const to = open(HERE, [])
  to.editor.view.pasteHTML(copied(from.editor), new Event('paste') as ClipboardEvent)
  expect(to.editor.getJSON()).toEqual(from.editor.getJSON())
  expect(to.told).toEqual([])
})

test('in another report, everything but the pictures, until they are stored there', async () => {
  const stored = '4'.repeat(8) + PICTURE.slice(8)
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    return init?.method === 'POST'
      ? Response.json({ imageId: stored, width: 1, height: 1 })
      : new Response(new Uint8Array([1]), { headers: { 'content-type': 'image/png' } })
  })
  const from = open(ELSEWHERE, blocks)
  const { editor, told } = open(HERE, [])
  editor.view.pasteHTML(copied(from.editor), new Event('paste') as ClipboardEvent)
  expect(JSON.stringify(editor.getJSON())).not.toContain(PICTURE)
  await vi.waitFor(() => expect(JSON.stringify(editor.getJSON())).toContain(stored))
  expect(JSON.stringify(editor.getJSON())).toBe(JSON.stringify(from.editor.getJSON()).replace(PICTURE, stored))
  expect(asked).toEqual([`GET /api/reports/${ELSEWHERE}/images/${PICTURE}`, `POST /api/reports/${HERE}/images`])
  expect(told).toEqual([])
})

test('without the right to the other report, everything but the pictures, and it says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 'not-found', message: 'Finns inte.' }, { status: 404 }))
  const from = open(ELSEWHERE, blocks)
  const { editor, told } = open(HERE, [])
  editor.view.pasteHTML(copied(from.editor), new Event('paste') as ClipboardEvent)
  await vi.waitFor(() => expect(told).toEqual(['En bild följde inte med']))
  const wanted = from.editor.getJSON().content?.filter(({ type }) => type !== 'image')
  expect(editor.getJSON().content).toEqual(wanted)
})
