import { openSync } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { TYPEFACE_KEYS } from '../../core/typefaces.ts'
import { fontFile } from './font-files.ts'
import { shapeByWord } from './shape-by-word.ts'

const CUTS = [
  '400Regular',
  '400Regular_Italic',
  '600SemiBold',
  '600SemiBold_Italic',
  '700Bold',
  '700Bold_Italic',
] as const

/** Signs that reports are written with, and what they may stand beside. */
const SIGNS = [...'aAbBeEfFgGijJkKlLoOrRtTvVwWyYåÅäÄöÖéü0123456789.,:;!?()[]/%&§–−+=≥≤×"”’\u00a0']
const TEXT = `Åtgärdsplan enligt 6 § hälso- och sjukvårdslagen: ”Våra AVVIKELSER” ökade 12,5 % – från 1\u00a0234 till 1\u00a0388
  (fi fl ffi), dvs. −3,0 procentenheter. To V. A W Yt av alla ≥ 80 år`

const SPACE = 0x20

/** A space's own width is left out: the layout sets spaces at their natural width, whatever the font would kern off. */
const plain = ({ glyphs, positions }: ReturnType<ReturnType<typeof openSync>['layout']>) => ({
  glyphs: glyphs.map(({ id }) => id),
  positions: positions.map((position, index) =>
    glyphs[index]?.codePoints[0] === SPACE ? { ...position, xAdvance: null } : { ...position },
  ),
})

describe.each(TYPEFACE_KEYS)('%s', typeface => {
  it.each(CUTS)('%s gives the same glyphs at the same places as in one piece', cut => {
    const whole = openSync(fontFile(typeface, cut))
    const byWord = openSync(fontFile(typeface, cut))
    shapeByWord(byWord)
    const pairs = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))
    const texts = [
      TEXT,
      '',
      ' ',
      '  a  b ',
      SIGNS.map(sign => `a ${sign} b${sign} ${sign}1 `).join(''),
      `${pairs.join(' ')} `,
      pairs.join(''),
    ]
    for (const text of texts)
      expect(plain(byWord.layout(text, [], undefined, undefined, 'ltr')), text).toEqual(
        plain(whole.layout(text, [], undefined, undefined, 'ltr')),
      )
  })
})

it('gives pdfkit, which asks for no direction and moves them, positions of its own', () => {
  const font = openSync(fontFile('plex-sans', '400Regular'))
  shapeByWord(font)
  const layout = () => plain(font.layout('ord', undefined, undefined, undefined, 'ltr'))
  const before = layout()
  for (const position of font.layout('ord').positions) position.xAdvance = 0
  expect(layout()).toEqual(before)
})

it('asks the font itself where features are chosen', () => {
  const font = openSync(fontFile('plex-sans', '400Regular'))
  const whole = openSync(fontFile('plex-sans', '400Regular'))
  shapeByWord(font)
  expect(plain(font.layout('1/2 0', ['frac', 'zero']))).toEqual(plain(whole.layout('1/2 0', ['frac', 'zero'])))
  expect(plain(font.layout('1/2 0', ['frac', 'zero']))).not.toEqual(plain(whole.layout('1/2 0')))
})
