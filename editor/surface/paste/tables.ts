import { hasStyle, retag, styleOf, textOf, unwrap } from './element.ts'

const BOLD = /font-weight:(?:bold|[6-9]00)/

/** Classes that a style element in the clipboard makes bold; Excel writes ".xl65 {… font-weight:700; …}". */
export function boldClasses(css: string): Set<string> {
  const names = new Set<string>()
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^}]*)\}/g))
    if (BOLD.test(body.toLowerCase().replace(/\s*:\s*/g, ':')))
      for (const [, name = ''] of selectors.matchAll(/\.([\w-]+)/g)) names.add(name)
  return names
}

function isBold(cell: Element, bold: Set<string>): boolean {
  if ([...cell.classList].some(name => bold.has(name)) || BOLD.test(styleOf(cell))) return true
  const text = textOf(cell)
  const strong = [...cell.querySelectorAll('b, strong, span')].filter(
    element => element.tagName !== 'SPAN' || BOLD.test(styleOf(element)),
  )
  return text !== '' && strong.some(element => textOf(element) === text)
}

const filled = (cells: Element[]): Element[] => cells.filter(cell => textOf(cell) !== '')

/** The first row is the header where it says so, or where all that stands in it is bold and the next row is not. */
function hasHeaderRow([first, second]: Element[][], bold: Set<string>): boolean {
  if (!first?.length) return false
  if (first.every(cell => cell.tagName === 'TH')) return true
  const head = filled(first)
  const next = filled(second ?? [])
  return head.length > 0 && head.every(cell => isBold(cell, bold)) && !(next.length && next.every(c => isBold(c, bold)))
}

const span = (cell: Element, name: 'colspan' | 'rowspan'): string | null => {
  const value = Number(cell.getAttribute(name))
  return Number.isInteger(value) && value > 1 && value <= 1000 ? String(value) : null
}

function cleanCell(cell: Element, header: boolean): void {
  const spans = (['colspan', 'rowspan'] as const).map(name => [name, span(cell, name)] as const)
  for (const { name } of [...cell.attributes]) cell.removeAttribute(name)
  for (const [name, value] of spans) if (value) cell.setAttribute(name, value)
  const made = header && cell.tagName === 'TD' ? retag(cell, 'th') : cell
  for (const [name, value] of spans) if (value) made.setAttribute(name, value)
  // A header cell is bold as it is.
  if (made.tagName === 'TH') for (const strong of made.querySelectorAll('b, strong')) unwrap(strong)
  // The caret needs a paragraph to stand in; the schema does not ask for one.
  if (!made.children.length && !textOf(made)) made.replaceChildren(made.ownerDocument.createElement('p'))
}

/** Tables of Excel, Word and LibreOffice: cells with their spans, a header row, and nothing of the look. */
export function tables(root: Element, bold: Set<string>): void {
  for (const table of root.querySelectorAll('table')) {
    for (const hidden of table.querySelectorAll('tr, td, th')) if (hasStyle(hidden, /display:none/)) hidden.remove()
    for (const extra of table.querySelectorAll('col, colgroup')) extra.remove()
    const rows = [...table.rows].map(row => [...row.cells] as Element[])
    const header = hasHeaderRow(rows, bold)
    for (const [index, cells] of rows.entries()) for (const cell of cells) cleanCell(cell, header && index === 0)
    for (const row of table.rows) if (!row.cells.length) row.remove()
    for (const part of [table, ...table.querySelectorAll('thead, tbody, tfoot, tr')])
      for (const { name } of [...part.attributes]) part.removeAttribute(name)
  }
}
