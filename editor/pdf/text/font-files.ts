import { createRequire } from 'node:module'
import { type Font as FontFile, openSync } from 'fontkit'
import { shapeByWord } from './shape-by-word.ts'

// Apart from what draws, so that the server can ask what a text needs without loading it.

const require = createRequire(import.meta.url)

/** Where a face of IBM Plex Sans stands. @param name "600SemiBold_Italic" */
export const fontFile = (name: string): string =>
  require.resolve(`@expo-google-fonts/ibm-plex-sans/${name}/IBMPlexSans_${name}.ttf`)

const regular = fontFile('400Regular')
const bold = fontFile('700Bold')

/** "fi" as one sign. The font draws f and i with it, and they must read as two. */
const isLigature = (codePoint: number): boolean => codePoint >= 0xfb00 && codePoint <= 0xfb06

function prepare(font: FontFile): void {
  // fontkit remembers a glyph with the sign that it was first asked for, and with none where it first met it as a
  // part of another ("a" in "å"): such a letter could not be searched or copied.
  for (const codePoint of font.characterSet) if (!isLigature(codePoint)) font.glyphForCodePoint(codePoint)
  // Asked for at every glyph, and looked up in a table of the file each time.
  Object.defineProperty(font, 'unitsPerEm', { value: font.unitsPerEm })
  shapeByWord(font)
}

const opened = new Map<string, FontFile>()

/** A face, read once: what measures text and what draws it share what they know of it. */
export function openFont(path: string): FontFile {
  let font = opened.get(path)
  if (font) return font
  font = openSync(path)
  prepare(font)
  opened.set(path, font)
  return font
}

/** All faces hold the same signs. */
export const hasGlyph = (codePoint: number): boolean => openFont(regular).hasGlyphForCodePoint(codePoint)

const widths = new Map<string, number>()

/** Width in points of one line of text. `strong` measures the bold face. */
export function textWidth(text: string, fontSize: number, strong: boolean): number {
  const key = `${strong ? 'b' : 'r'}${text}`
  let units = widths.get(key)
  if (units === undefined) {
    const font = openFont(strong ? bold : regular)
    units = font.layout(text, undefined, undefined, undefined, 'ltr').advanceWidth / font.unitsPerEm
    widths.set(key, units)
  }
  return units * fontSize
}
