import { escapeHtml } from '../escape-html.ts'
import type { DataCell, DataColumn, DataRow, DataTable } from './data-table.ts'

/** What a cell says, with the words for screen readers in place of its sign. */
export const cellHtml = ({ text, label }: DataCell): string =>
  label
    ? `<span aria-hidden="true">${escapeHtml(text)}</span><span class="sr-only">${escapeHtml(label)}</span>`
    : escapeHtml(text)

const wordsClass = (column: DataColumn | undefined): string => (column?.words ? ' class="words"' : '')

/** The same, and by `data-figure` which figure it is: a page opens its passport there. */
export const figureHtml = (cell: DataCell): string =>
  cell.figure ? `<span data-figure="${escapeHtml(cell.figure)}">${cellHtml(cell)}</span>` : cellHtml(cell)

function rowHtml({ heading, kind, cells }: DataRow, columns: DataColumn[]): string {
  const values = cells.map((cell, index) => `<td${wordsClass(columns[index + 1])}>${figureHtml(cell)}</td>`)
  return `<tr${kind ? ` class="${kind}"` : ''}><th scope="row">${cellHtml(heading)}</th>${values.join('')}</tr>`
}

/** The table alone, without its notes. */
export function tableElementHtml({ caption, columns, groups }: DataTable): string {
  const head = columns.map(column => `<th scope="col"${wordsClass(column)}>${escapeHtml(column.text)}</th>`).join('')
  const body = groups
    .map(({ area, rows }) => {
      const areaRow = area ? `<tr><th scope="rowgroup" colspan="${columns.length}">${escapeHtml(area)}</th></tr>` : ''
      return `<tbody>${areaRow}${rows.map(row => rowHtml(row, columns)).join('')}</tbody>`
    })
    .join('')
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead>${body}</table>`
}

/** What stands under a data block. */
export const linesHtml = ({ notes, sources }: Pick<DataTable, 'notes' | 'sources'>): string =>
  [
    ...notes.map(line => `<p class="data-block-note">${escapeHtml(line)}</p>`),
    ...sources.map(line => `<p class="data-block-source">${escapeHtml(line)}</p>`),
  ].join('')

export const emptyHtml = (words: string): string => `<p class="data-block-empty">${escapeHtml(words)}</p>`

export const tableHtml = (table: DataTable): string =>
  table.empty
    ? emptyHtml(table.empty)
    : `<figure class="data-block">${tableElementHtml(table)}${linesHtml(table)}</figure>`
