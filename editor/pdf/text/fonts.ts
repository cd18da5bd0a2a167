import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { type Font as FontFile, openSync } from 'fontkit'
import { FONT } from '../theme.ts'

const require = createRequire(import.meta.url)
const file = (name: string): string =>
  require.resolve(`@expo-google-fonts/ibm-plex-sans/${name}/IBMPlexSans_${name}.ttf`)

const regular = file('400Regular')
const bold = file('700Bold')
const FACES = [
  { src: regular, fontWeight: 400 },
  { src: file('400Regular_Italic'), fontWeight: 400, fontStyle: 'italic' },
  { src: file('600SemiBold'), fontWeight: 600 },
  { src: file('600SemiBold_Italic'), fontWeight: 600, fontStyle: 'italic' },
  { src: bold, fontWeight: 700 },
  { src: file('700Bold_Italic'), fontWeight: 700, fontStyle: 'italic' },
] as const

let registered = false

/** Makes IBM Plex Sans known to react-pdf: TTF, with tabular figures and every sign of Swedish official text. */
export function registerFonts(): void {
  if (registered) return
  registered = true
  Font.register({ family: FONT, fonts: [...FACES] })
  // A hyphen that the layout puts in would be read as part of the word by search, copying and screen readers.
  Font.registerHyphenationCallback(word => [word])
}

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
