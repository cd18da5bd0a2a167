import { Font } from '@react-pdf/renderer'
import { familyOf, type Typeface } from '../../core/typefaces.ts'
import { sv } from '../sv.ts'
import { color } from '../theme.ts'
import type { PdfKit } from './pdfkit.ts'

/** Of the page's diagonal. */
const SHARE = 0.55

/** "UTKAST" across the page. Drawn before all else, so light that text upon it keeps its contrast. */
export function drawWatermark(pdf: PdfKit, typeface: Typeface): void {
  const { width, height } = pdf.page
  const font = Font.getFont({ fontFamily: familyOf(typeface), fontWeight: 700 })?.data
  pdf.save()
  pdf.font(font, 100)
  const size = (100 * SHARE * Math.hypot(width, height)) / pdf.widthOfString(sv.draft)
  pdf.font(font, size)
  pdf.rotate((-Math.atan2(height, width) * 180) / Math.PI, { origin: [width / 2, height / 2] })
  const x = (width - pdf.widthOfString(sv.draft)) / 2
  // Capitals stand about 0.7 of the size above their line.
  const y = height / 2 + size * 0.35
  pdf.fillColor(color.watermark).text(sv.draft, x, y, { lineBreak: false, baseline: 'alphabetic' })
  pdf.restore()
}
