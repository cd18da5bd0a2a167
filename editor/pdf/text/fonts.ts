import { Font } from '@react-pdf/renderer'
import type { Font as FontFile } from 'fontkit'
import { familyOf, type Typeface } from '../../core/typefaces.ts'
import { fontFile, openFont } from './font-files.ts'

const CUTS = [
  { cut: '400Regular', fontWeight: 400 },
  { cut: '400Regular_Italic', fontWeight: 400, fontStyle: 'italic' },
  { cut: '600SemiBold', fontWeight: 600 },
  { cut: '600SemiBold_Italic', fontWeight: 600, fontStyle: 'italic' },
  { cut: '700Bold', fontWeight: 700 },
  { cut: '700Bold_Italic', fontWeight: 700, fontStyle: 'italic' },
] as const

/** react-pdf's own record of a face; its types leave out how it knows that the file is read. */
interface FontSource {
  data: FontFile
  loadResultPromise: Promise<void>
}

function register(typeface: Typeface): void {
  const fontFamily = familyOf(typeface)
  const fonts = CUTS.map(({ cut, ...face }) => ({ ...face, src: fontFile(typeface, cut) }))
  Font.register({ family: fontFamily, fonts })
  // A hyphen that the layout puts in would be read as part of the word by search, copying and screen readers.
  Font.registerHyphenationCallback(word => [word])
  for (const { src, ...face } of fonts) {
    const source = Font.getFont({ fontFamily, ...face }) as unknown as FontSource
    source.data = openFont(src)
    source.loadResultPromise = Promise.resolve()
  }
}

const registered = new Set<Typeface>()

/** Makes a face known to react-pdf: TTF, with tabular figures and every sign of Swedish official text. */
export function registerFonts(typeface: Typeface): void {
  if (!registered.has(typeface)) register(typeface)
  registered.add(typeface)
}
