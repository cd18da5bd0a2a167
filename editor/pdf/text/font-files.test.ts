import { openSync } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { lineWidth } from '../../core/drawing/text-width.ts'
import { TYPEFACE_KEYS } from '../../core/typefaces.ts'
import { type Cut, fontFile, hasGlyph, textWidth } from './font-files.ts'

const CUTS: Cut[] = ['400Regular', '600SemiBold', '700Bold']

/** What reports are written with, and what we print ourselves. */
const SIGNS = 'åäöÅÄÖéÉüÜáàèçñæøßÆØđŋšžÁ–—−≤≥±×§·•…”“’‘»«€%‰°²³½¼¾←→↑↓✓≈µαβΔ\u00a0\u202f0123456789'

/** Labels as charts have them. */
const LABELS = [
  'Andel undersköterskor med fullgjord grundutbildning 2024, procent',
  'Rapporterade avvikelser per 1\u00a0000 patienter',
  'uppgift saknas',
  'Läkemedelshantering',
  'Vård- och omsorgsnämnden',
  'HSL-avvikelser, SoL och LSS',
  '2021',
  '12\u00a0345,6',
  'januari–mars',
]

describe.each(TYPEFACE_KEYS)('%s', typeface => {
  const font = (cut: Parameters<typeof fontFile>[1]) => openSync(fontFile(typeface, cut))
  const codePoints = [...SIGNS].map(sign => sign.codePointAt(0) ?? 0)

  it('has every sign of Swedish official text, in every cut', () => {
    expect(codePoints.filter(codePoint => !hasGlyph(typeface, codePoint))).toEqual([])
    expect(hasGlyph(typeface, 0x1f600)).toBe(false)
    const all = new Set(font('400Regular').characterSet)
    for (const cut of CUTS.flatMap(upright => [upright, `${upright}_Italic`] as const)) {
      const there = new Set(font(cut).characterSet)
      expect([...all].filter(codePoint => !there.has(codePoint)).map(codePoint => codePoint.toString(16))).toEqual([])
    }
  })

  it.each(CUTS)('%s has figures of one width, so that columns stand under each other', cut => {
    const face = font(cut)
    const widths = [...'0123456789'].map(figure => face.glyphForCodePoint(figure.codePointAt(0) ?? 0).advanceWidth)
    expect(Math.max(...widths) - Math.min(...widths)).toBe(0)
  })

  it('is no wider in a chart than the chart has room for, where no font can be asked', () => {
    for (const cut of ['400Regular', '600SemiBold'] as const) {
      const face = font(cut)
      for (const label of LABELS)
        expect(face.layout(label).advanceWidth / face.unitsPerEm, label).toBeLessThanOrEqual(lineWidth(label, 1))
    }
  })
})

it('measures each face by itself', () => {
  const widths = TYPEFACE_KEYS.map(typeface => textWidth('Läkemedelsgenomgång', 10, false, typeface))
  expect(new Set(widths).size).toBe(TYPEFACE_KEYS.length)
})
