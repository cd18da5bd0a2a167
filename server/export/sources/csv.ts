/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(?:,\d+)?(?: %)?$/

const cell = (text: string): string => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as Excel in Swedish opens it in columns: UTF-8 with its mark, semicolons, and no cell that is a formula. */
export const csvBytes = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map(row => `${row.map(cell).join(';')}\r\n`).join('')}`)

const PRINTED_NUMBER = /^([+\u2212-]?)(\d[\d\u00a0]*(?:,\d+)?)((?:\u00a0%)?)$/

/**
 * A printed cell as a spreadsheet reads it: "−1 234,5" becomes "-1234,5", "+3,5" becomes "3,5", and "47,1 %" keeps its
 * sign. What is no number stays as it is printed.
 */
export function printedCell(text: string): string {
  const [, sign = '', digits = '', percent = ''] = PRINTED_NUMBER.exec(text) ?? []
  if (!digits) return text.replaceAll('\u00a0', ' ')
  return `${sign && sign !== '+' ? '-' : ''}${digits.replaceAll('\u00a0', '')}${percent ? ' %' : ''}`
}

/** A stored value, "47.06", with decimal comma; empty where there is none. */
export const storedNumber = (value: string | null): string => value?.replace('.', ',') ?? ''
