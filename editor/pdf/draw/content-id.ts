import { createHash } from 'node:crypto'
import type { PdfKit } from './pdfkit.ts'

/**
 * Makes the file's /ID from all that is written before it, so that the same report gives the same bytes and another
 * report another id. pdfkit makes it of the title and the date alone.
 */
export function identifyByContent(pdf: PdfKit): void {
  const hash = createHash('sha256')
  const write = pdf._write.bind(pdf)
  pdf._write = data => {
    hash.update(typeof data === 'string' ? Buffer.from(data, 'latin1') : data)
    write(data)
  }
  const finalize = pdf._finalize.bind(pdf)
  pdf._finalize = () => {
    pdf._id = hash.digest().subarray(0, 16)
    pdf._write = write
    finalize()
  }
}
