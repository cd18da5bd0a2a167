import { Font } from '@react-pdf/renderer'
import type { Font as FontFile } from 'fontkit'
import { FONT } from '../theme.ts'
import { fontFile } from './font-files.ts'

const FACES = [
  { src: fontFile('400Regular'), fontWeight: 400 },
  { src: fontFile('400Regular_Italic'), fontWeight: 400, fontStyle: 'italic' },
  { src: fontFile('600SemiBold'), fontWeight: 600 },
  { src: fontFile('600SemiBold_Italic'), fontWeight: 600, fontStyle: 'italic' },
  { src: fontFile('700Bold'), fontWeight: 700 },
  { src: fontFile('700Bold_Italic'), fontWeight: 700, fontStyle: 'italic' },
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
