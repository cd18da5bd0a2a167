// @vitest-environment jsdom
import { Fragment, Slice } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { documentSchema as schema } from '../../blocks/document-schema.ts'
import { bringImages, hasForeignImages } from './bring-images.ts'
import { withReportImages } from './report-images.ts'

const ORIGIN = 'https://rapport.exempel.se'
const [OWN, OTHER, PICTURE] = ['1', '2', '3'].map(digit => `${digit.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
]
const pasted = (html: string): string => withReportImages(html, OWN, ORIGIN)

describe('pasted HTML', () => {
  test('knows the pictures of this report, from an editor and from a text that is only read', () => {
    const known = `<img alt="a" data-image-id="${PICTURE}">`
    expect(pasted(`<img alt="a" data-image-id="${PICTURE}" data-report-id="${OWN}">`)).toBe(known)
    expect(pasted(`<img src="/api/reports/${OWN}/images/${PICTURE}" alt="a">`)).toBe(
      `<img alt="a" data-image-id="${PICTURE}">`,
    )
  })

  test('says of which report another one is', () => {
    const foreign = `<img data-image-id="${OTHER}/${PICTURE}">`
    expect(pasted(`<img data-image-id="${PICTURE}" data-report-id="${OTHER}">`)).toBe(foreign)
    expect(pasted(`<img src="${ORIGIN}/api/reports/${OTHER}/images/${PICTURE}">`)).toBe(foreign)
  })

  test.each([
    `<img src="https://annan.se/api/reports/${OTHER}/images/${PICTURE}">`,
    `<img src="${ORIGIN}/api/reports/${OTHER}/images/x">`,
    `<img data-image-id="../../x" data-report-id="${OTHER}">`,
    '<p>ingen bild</p>',
  ])('leaves %s alone', html => {
    expect(pasted(html)).toBe(html)
  })
})

describe('a slice with pictures of another report', () => {
  const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const image = (imageId: string) => ({ type: 'image', attrs: { imageId, alt: 'Kurva' } })
  const foreign = `${OTHER}/${PICTURE}`
  const slice = (open: number, ...content: object[]): Slice => new Slice(Fragment.fromJSON(schema, content), open, open)

  test('gets them stored here, each once, and keeps its texts and alternatives', async () => {
    const asked: string[] = []
    const from = slice(1, p('ett'), image(foreign), image('own'), image(foreign), p('två'))
    const { slice: made, lost } = await bringImages(from, async ({ reportId, imageId }) => {
      asked.push(`${reportId} ${imageId}`)
      return 'ny'
    })
    expect(asked).toEqual([`${OTHER} ${PICTURE}`])
    expect(lost).toBe(0)
    expect(made.toJSON()).toEqual(slice(1, p('ett'), image('ny'), image('own'), image('ny'), p('två')).toJSON())
    expect(hasForeignImages(made)).toBe(false)
  })

  test('leaves out what cannot be fetched, also where nothing else is at its edge', async () => {
    const refuse = () => Promise.reject(new Error('not found'))
    const alone = await bringImages(slice(0, image(foreign)), refuse)
    expect([alone.slice.content.childCount, alone.lost]).toEqual([0, 1])
    const { slice: made, lost } = await bringImages(slice(1, p('ett'), image(foreign)), refuse)
    expect([made.content.childCount, made.openStart, made.openEnd, lost]).toEqual([1, 1, 1, 1])
  })

  test('without any needs nothing', () => {
    expect(hasForeignImages(slice(0, image(PICTURE), p('x')))).toBe(false)
  })
})
