import { createRequire } from 'node:module'
import { type Font as FontFile, openSync } from 'fontkit'
import type { Typeface } from '../../core/typefaces.ts'
import { shapeByWord } from './shape-by-word.ts'

// Apart from what draws, so that the server can ask what a text needs without loading it.

const require = createRequire(import.meta.url)

/** The package of each face, and how its files are named. */
const PACKAGES: Record<Typeface, { name: string; files: string }> = {
  'plex-sans': { name: 'ibm-plex-sans', files: 'IBMPlexSans' },
  'source-sans': { name: 'source-sans-3', files: 'SourceSans3' },
  'source-serif': { name: 'source-serif-4', files: 'SourceSerif4' },
}

export type Cut = '400Regular' | '600SemiBold' | '700Bold'

/** Where a cut of a face stands. */
export function fontFile(typeface: Typeface, cut: Cut | `${Cut}_Italic`): string {
  const { name, files } = PACKAGES[typeface]
  return require.resolve(`@expo-google-fonts/${name}/${cut}/${files}_${cut}.ttf`)
}

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

/** A cut of a face, read once: what measures text and what draws it share what they know of it. */
export function openFont(path: string): FontFile {
  let font = opened.get(path)
  if (font) return font
  font = openSync(path)
  prepare(font)
  opened.set(path, font)
  return font
}

interface Measured {
  font: FontFile
  /** In parts of the size, by text. */
  widths: Map<string, number>
}

const measured: Record<Cut, Map<Typeface, Measured>> = {
  '400Regular': new Map(),
  '600SemiBold': new Map(),
  '700Bold': new Map(),
}

function measuredIn(typeface: Typeface, cut: Cut): Measured {
  let found = measured[cut].get(typeface)
  if (found) return found
  found = { font: openFont(fontFile(typeface, cut)), widths: new Map() }
  measured[cut].set(typeface, found)
  return found
}

/** All cuts of a face hold the signs of its regular one. */
export const hasGlyph = (typeface: Typeface, codePoint: number): boolean =>
  measuredIn(typeface, '400Regular').font.hasGlyphForCodePoint(codePoint)

/** Width in points of one line of text. `strong` measures the bold cut. */
export function textWidth(text: string, fontSize: number, strong: boolean, typeface: Typeface): number {
  const { font, widths } = measuredIn(typeface, strong ? '700Bold' : '400Regular')
  let units = widths.get(text)
  if (units === undefined) {
    units = font.layout(text, undefined, undefined, undefined, 'ltr').advanceWidth / font.unitsPerEm
    widths.set(text, units)
  }
  return units * fontSize
}
