/** fontkit ships no types; this is the part that we use. */
declare module 'fontkit' {
  export interface Glyph {
    id: number
    codePoints: number[]
    advanceWidth: number
  }
  export interface Font {
    type: string
    postscriptName: string
    fullName: string
    unitsPerEm: number
    ascent: number
    descent: number
    characterSet: number[]
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string): { advanceWidth: number }
  }
  export function openSync(path: string): Font
}
