import type { Typeface } from '../../core/typefaces.ts'
import { hasGlyph } from './font-files.ts'
import { MissingGlyphError } from './missing-glyph-error.ts'
import { typeset } from './typeset.ts'

/** Signs of a text that the face lacks, each once. */
export const missingSigns = (text: string, typeface: Typeface): string[] =>
  [...new Set(typeset(text))].filter(sign => !hasGlyph(typeface, sign.codePointAt(0) ?? 0))

/** "U+1F600" */
export const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * react-pdf draws a sign that the font lacks with another font and wrong codes, without a word. So every text is
 * looked through before it is laid out.
 * @param texts what is printed, by where it stands
 * @throws MissingGlyphError naming every sign and place
 */
export function checkGlyphs(texts: Iterable<{ where: string; text: string }>, typeface: Typeface): void {
  const places = new Map<string, Set<string>>()
  for (const { where, text } of texts)
    for (const sign of missingSigns(text, typeface)) places.set(sign, (places.get(sign) ?? new Set()).add(where))
  if (places.size === 0) return
  throw new MissingGlyphError(
    [...places].map(([sign, sections]) => ({
      sign,
      codePoint: codePointOf(sign),
      sections: [...sections],
    })),
  )
}
