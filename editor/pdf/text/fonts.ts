import { Font } from '@react-pdf/renderer'
import type { Font as FontFile } from 'fontkit'
import { FONT } from '../theme.ts'
import { fontFile, openFont } from './font-files.ts'

const FACES = [
  { src: fontFile('400Regular'), fontWeight: 400 },
  { src: fontFile('400Regular_Italic'), fontWeight: 400, fontStyle: 'italic' },
  { src: fontFile('600SemiBold'), fontWeight: 600 },
  { src: fontFile('600SemiBold_Italic'), fontWeight: 600, fontStyle: 'italic' },
  { src: fontFile('700Bold'), fontWeight: 700 },
  { src: fontFile('700Bold_Italic'), fontWeight: 700, fontStyle: 'italic' },
] as const

/** react-pdf's own record of a face; its types leave out how it knows that the file is read. */
interface FontSource {
  data: FontFile
  loadResultPromise: Promise<void>
}

function register(): void {
  Font.register({ family: FONT, fonts: [...FACES] })
  // A hyphen that the layout puts in would be read as part of the word by search, copying and screen readers.
  Font.registerHyphenationCallback(word => [word])
  for (const { src, ...face } of FACES) {
    const source = Font.getFont({ fontFamily: FONT, ...face }) as unknown as FontSource
    source.data = openFont(src)
    source.loadResultPromise = Promise.resolve()
  }
}

let registered = false

/** Makes IBM Plex Sans known to react-pdf: TTF, with tabular figures and every sign of Swedish official text. */
export function registerFonts(): void {
  if (!registered) register()
  registered = true
}
