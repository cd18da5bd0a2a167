import { Font } from '@react-pdf/renderer'
import { familyOf, type Typeface } from '../../core/typefaces.ts'
import { color, page } from '../theme.ts'
import { type Chrome, type ChromeLine, chromePlace } from './chrome.ts'
import type { PdfKit } from './pdfkit.ts'

const left = page.side
const rightOf = (pdf: PdfKit): number => pdf.page.width - page.side

function shorten(pdf: PdfKit, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text
  let end = text.length
  while (end > 0 && pdf.widthOfString(`${text.slice(0, end)}…`) > width) end--
  return `${text.slice(0, end).trimEnd()}…`
}

function drawLines(pdf: PdfKit, lines: ChromeLine[], baseline: number): void {
  const right = rightOf(pdf)
  // What stands at the left gives way to the rest.
  const taken = lines.filter(line => line.align !== 'left').map(line => pdf.widthOfString(line.text) + 16)
  const room = right - left - taken.reduce((sum, width) => sum + width, 0)
  const leftText = shorten(pdf, lines.find(line => line.align === 'left')?.text ?? '', room)
  const leftEnd = left + pdf.widthOfString(leftText)
  for (const line of lines) {
    const text = line.align === 'left' ? leftText : line.text
    const width = pdf.widthOfString(text)
    const centred = Math.max((left + right - width) / 2, leftEnd + 12)
    const x = line.align === 'left' ? left : line.align === 'right' ? right - width : centred
    pdf.fillColor(line.color).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
  }
}

function rule(pdf: PdfKit, y: number): void {
  pdf.lineWidth(0.5).strokeColor(color.rule).moveTo(left, y).lineTo(rightOf(pdf), y).stroke()
}

function inFace(pdf: PdfKit, typeface: Typeface, draw: () => void): void {
  pdf.save()
  pdf.font(Font.getFont({ fontFamily: familyOf(typeface), fontWeight: 400 })?.data, chromePlace(0).fontSize)
  draw()
  pdf.restore()
}

/** The running head, drawn straight onto the page: its text is known only when all pages are. */
export function drawHead(pdf: PdfKit, { head }: Chrome, typeface: Typeface): void {
  const place = chromePlace(pdf.page.height)
  inFace(pdf, typeface, () => {
    drawLines(pdf, head, place.head)
    rule(pdf, place.headRule)
  })
}

/** The running foot, with what the organisation has below it. */
export function drawFoot(pdf: PdfKit, { foot, below }: Chrome, typeface: Typeface): void {
  const place = chromePlace(pdf.page.height)
  inFace(pdf, typeface, () => {
    drawLines(pdf, foot, place.foot)
    drawLines(pdf, below, place.below)
    rule(pdf, place.footRule)
  })
}
