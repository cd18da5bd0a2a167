import type { PDF } from '@libpdf/core'

/** Changes what libpdf made ready just before it saves the file that it will sign; a later save is as always. */
export function beforeSave(pdf: PDF, change: () => void): void {
  const save = pdf.save
  pdf.save = options => {
    pdf.save = save
    change()
    return save.call(pdf, options)
  }
}
