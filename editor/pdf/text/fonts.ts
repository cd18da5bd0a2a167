import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { type Font as FontFile, openSync } from 'fontkit'
import { FONT } from '../theme.ts'

const require = createRequire(import.meta.url)
const file = (name: string): string =>
  require.resolve(`@expo-google-fonts/ibm-plex-sans/${name}/IBMPlexSans_${name}.ttf`)

const regular = file('400Regular')
const bold = file('700Bold')
/** The files themselves, for what is drawn without react-pdf. */
export const FONT_FILES = { regular, bold }

const FACES = [
  { src: regular, fontWeight: 400 },
  { src: file('400Regular_Italic'), fontWeight: 400, fontStyle: 'italic' },
  { src: file('600SemiBold'), fontWeight: 600 },
  { src: file('600SemiBold_Italic'), fontWeight: 600, fontStyle: 'italic' },
  { src: bold, fontWeight: 700 },
  { src: file('700Bold_Italic'), fontWeight: 700, fontStyle: 'italic' },
] as const

/** "fi" as one sign. The font draws f and i with it, and they must read as two. */
const isLigature = (codePoint: number): boolean => codePoint >= 0xfb00 && codePoint <= 0xfb06

async function register(): Promise<void> {
  Font.register({ family: FONT, fonts: [...FACES] })
  // A hyphen that the layout puts in would be read as part of the word by search, copying and screen readers.
  Font.registerHyphenationCallback(word => [word])
  for (const { fontWeight, ...face } of FACES) {
    const descriptor = { fontFamily: FONT, fontWeight, ...('fontStyle' in face ? { fontStyle: face.fontStyle } : {}) }
    await Font.load(descriptor)
    // fontkit remembers a glyph with the sign that it was first asked for, and with none where it first met it as a
    // part of another ("a" in "å"): such a letter could not be searched or copied.
    const font = Font.getFont(descriptor)?.data as FontFile | undefined
    for (const codePoint of font?.characterSet ?? []) if (!isLigature(codePoint)) font?.glyphForCodePoint(codePoint)
  }
}

let registered: Promise<void> | null = null

/** Makes IBM Plex Sans known to react-pdf: TTF, with tabular figures and every sign of Swedish official text. */
export function registerFonts(): Promise<void> {
  registered ??= register()
  return registered
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
