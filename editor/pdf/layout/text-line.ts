/** What the text engine made of a text node; the part that we read and mend. */
export interface Glyph {
  id: number
  codePoints: number[]
  advanceWidth: number
}

export interface GlyphFont {
  /** STANDARD is Helvetica: react-pdf takes it for signs that no font of ours has. */
  type: string
  unitsPerEm: number
  glyphForCodePoint(codePoint: number): Glyph
}

export interface TextRun {
  glyphs?: Glyph[]
  positions?: { xAdvance: number }[]
  attributes: { font?: GlyphFont[]; fontSize: number; color?: string }
  xAdvance?: number
}

export interface TextLine {
  string: string
  runs: TextRun[]
  decorationLines?: { rect: { x: number; width: number } }[]
}
