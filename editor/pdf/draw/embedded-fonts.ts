import { createHash } from 'node:crypto'

/** A pdfkit 0.20.1 document with the members that its types leave out. */
interface WithFonts {
  _font: { unicode: number[][] }
  _fontCount: number
  font(...args: never[]): unknown
}

const REPLACEMENT_CHARACTER = 0xfffd

/**
 * pdfkit says that the sign for a missing glyph, which every font has and no text shows, is U+0000. No Unicode value may
 * be that (ISO 19005-3, 6.2.11.7.2).
 */
export function nameMissingGlyph(pdf: WithFonts): void {
  const original = pdf.font.bind(pdf)
  pdf.font = (...args) => {
    const result = original(...args)
    pdf._font.unicode[0] = [REPLACEMENT_CHARACTER]
    return result
  }
}

/**
 * pdfkit tags each part of a font by the font's number in its document. Documents that end up in one file need numbers of
 * their own, since parts that differ must have tags that differ (ISO 32000-1, 9.6.4). Called before the first font.
 * @param content what the document shows; the same content gets the same numbers
 */
export function tagFontsBy(pdf: WithFonts, content: string): void {
  // Six digits, as many as the tag has letters; a report, which counts from 1, never has so many fonts.
  pdf._fontCount = 100_000 + (createHash('sha256').update(content).digest().readUInt32BE() % 899_000)
}
