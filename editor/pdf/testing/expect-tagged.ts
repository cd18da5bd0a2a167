import { expect } from 'vitest'
import { pdfFaults } from './pdf-faults.ts'
import { pdfObjects } from './pdf-objects.ts'

/** What our own reading of PDF/UA-1 and PDF/A-3a asks of every file: all that is drawn is tagged, in tables too. */
export function expectTagged(bytes: Uint8Array, title: string): void {
  const objects = pdfObjects(bytes)
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary)
  expect(pdfFaults(bytes)).toEqual([])
  const catalog = dictionaries.find(dictionary => dictionary.includes('/Type /Catalog')) ?? ''
  for (const entry of ['/Lang (sv-SE)', '/MarkInfo', '/StructTreeRoot', '/Outlines', '/OutputIntents'])
    expect(catalog).toContain(entry)
  const xmp = Buffer.from(bytes).toString('utf8')
  for (const claim of ['<pdfaid:part>3<', '<pdfaid:conformance>A<', '<pdfuaid:part>1<', title])
    expect(xmp).toContain(claim)
  const fonts = dictionaries.filter(dictionary => dictionary.includes('/Type /Font\n'))
  expect(fonts.length).toBeGreaterThan(1)
  for (const font of fonts) expect(font).not.toMatch(/Helvetica|\/Subtype \/Type1\b/)
}
