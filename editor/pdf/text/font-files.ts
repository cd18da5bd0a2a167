import { createRequire } from 'node:module'
import { type Font as FontFile, openSync } from 'fontkit'

// Apart from what draws, so that the server can ask what a text needs without loading it.

const require = createRequire(import.meta.url)

/** Where a face of IBM Plex Sans stands. @param name "600SemiBold_Italic" */
export const fontFile = (name: string): string =>
  require.resolve(`@expo-google-fonts/ibm-plex-sans/${name}/IBMPlexSans_${name}.ttf`)

const regular = fontFile('400Regular')
const bold = fontFile('700Bold')

const opened = new Map<string, FontFile>()
function open(path: string): FontFile {
  const font = opened.get(path) ?? openSync(path)
  opened.set(path, font)
  return font
}

/** All faces hold the same signs. */
export const hasGlyph = (codePoint: number): boolean => open(regular).hasGlyphForCodePoint(codePoint)

const widths = new Map<string, number>()

/** Width in points of one line of text. `strong` measures the bold face. */
export function textWidth(text: string, fontSize: number, strong: boolean): number {
  const key = `${strong ? 'b' : 'r'}${text}`
  let units = widths.get(key)
  if (units === undefined) {
    const font = open(strong ? bold : regular)
    units = font.layout(text).advanceWidth / font.unitsPerEm
    widths.set(key, units)
  }
  return units * fontSize
}
