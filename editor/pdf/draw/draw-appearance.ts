import PDFDocument from 'pdfkit'
import { DEFAULT_TYPEFACE } from '../../core/typefaces.ts'
import { checkGlyphs } from '../text/check-glyphs.ts'
import { fontFile, textWidth } from '../text/font-files.ts'
import { typeset } from '../text/typeset.ts'
import { color } from '../theme.ts'
import { nameMissingGlyph, tagFontsBy } from './embedded-fonts.ts'

export interface AppearanceLine {
  text: string
  strong?: boolean
  /** Drawn in the colour of what is not settled. */
  warns?: boolean
}

const PADDING = 4
const LINE_HEIGHT = 1.28
const LARGEST = 8.5
const SMALLEST = 5.5

/** As much of the text as fits, and the size that it fits in. */
function shrink(text: string, strong: boolean, width: number, largest: number): { text: string; size: number } {
  for (let size = largest; size >= SMALLEST; size -= 0.25)
    if (textWidth(text, size, strong, DEFAULT_TYPEFACE) <= width) return { text, size }
  let end = text.length
  while (end > 0 && textWidth(`${text.slice(0, end)}…`, SMALLEST, strong, DEFAULT_TYPEFACE) > width) end--
  return { text: `${text.slice(0, end).trimEnd()}…`, size: SMALLEST }
}

/**
 * What a signature looks like on the page: lines as large as the field allows, in an embedded font, as PDF/A asks for.
 * @param width points
 * @returns a PDF of one page of that size
 * @throws MissingGlyphError for signs that the font cannot draw
 */
export async function drawAppearance(lines: AppearanceLine[], width: number, height: number): Promise<Uint8Array> {
  checkGlyphs(
    lines.map(({ text }) => ({ where: '', text })),
    DEFAULT_TYPEFACE,
  )
  // Without a font of its own to begin with: the types do not know that it may be none.
  const options = { size: [width, height], margin: 0, font: null } as unknown as PDFKit.PDFDocumentOptions
  const pdf = new PDFDocument(options)
  const withFonts = pdf as unknown as Parameters<typeof nameMissingGlyph>[0]
  nameMissingGlyph(withFonts)
  tagFontsBy(withFonts, JSON.stringify(lines.map(({ text, strong }) => [text, strong])))
  const chunks: Uint8Array[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  const step = Math.min(LARGEST * LINE_HEIGHT, (height - PADDING) / lines.length)
  const first = (height - step * lines.length) / 2
  for (const [index, { text, strong = false, warns = false }] of lines.entries()) {
    const fitted = shrink(typeset(text), strong, width - 2 * PADDING, Math.min(LARGEST, step / LINE_HEIGHT))
    pdf
      .font(strong ? fontFile(DEFAULT_TYPEFACE, '700Bold') : fontFile(DEFAULT_TYPEFACE, '400Regular'), fitted.size)
      .fillColor(warns ? color.draft : color.ink)
      .text(fitted.text, PADDING, first + step * (index + 0.5), { lineBreak: false, baseline: 'middle' })
  }
  pdf.end()
  return done
}
