import { expect, test } from 'vitest'
import { pdfText } from '../testing/pdf-text.ts'
import { MissingGlyphError } from '../text/missing-glyph-error.ts'
import { drawAppearance } from './draw-appearance.ts'

const WIDTH = 250
const HEIGHT = 38

test('every line is drawn, also where the field is low', async () => {
  const lines = [
    'Elektroniskt underskriven av Åsa Öberg',
    'Ordförande, 2026-02-03 10:00',
    'Inloggad',
    'Stämpel',
    'TEST',
  ]
  const [text] = await pdfText(
    await drawAppearance(
      lines.map(line => ({ text: line })),
      WIDTH,
      HEIGHT,
    ),
  )
  for (const line of lines) expect(text).toContain(line)
})

test('a long line is set smaller, and one that fits at no size says that it goes on', async () => {
  const long = 'Elektroniskt underskriven av Maria Lindqvist-Holmström af Ugglas Tott'
  const endless = `Inloggad med ${'mycket '.repeat(40)}`
  const [text] = await pdfText(await drawAppearance([{ text: long, strong: true }, { text: endless }], WIDTH, HEIGHT))
  expect(text).toContain(long)
  expect(text).toMatch(/Inloggad med mycket mycket.*…/)
})

test('the fonts are in it, and a sign that they lack stops it', async () => {
  const source = Buffer.from(
    await drawAppearance([{ text: 'Å' }, { text: 'Ö', strong: true }], WIDTH, HEIGHT),
  ).toString('latin1')
  expect(source.match(/\/FontFile2/g)).toHaveLength(2)
  expect(source).not.toContain('Helvetica')
  await expect(drawAppearance([{ text: '李' }], WIDTH, HEIGHT)).rejects.toThrow(MissingGlyphError)
})
