import { escapeHtml } from '../../core/escape-html.ts'
import type { Cell, IndicatorTableModel } from './model.ts'

const cellHtml = (cell: Cell): string =>
  cell.label
    ? `<td><span aria-hidden="true">${escapeHtml(cell.text)}</span><span class="sr-only">${escapeHtml(cell.label)}</span></td>`
    : `<td>${escapeHtml(cell.text)}</td>`

export function tableToHtml(model: IndicatorTableModel): string {
  if (model.empty) return `<p class="data-block-empty">${escapeHtml(model.empty)}</p>`
  const head = model.columns.map(column => `<th scope="col">${escapeHtml(column)}</th>`).join('')
  const body = model.groups
    .map(group => {
      const area = group.area
        ? `<tr><th scope="rowgroup" colspan="${model.columns.length}">${escapeHtml(group.area)}</th></tr>`
        : ''
      const rows = group.rows.map(
        row => `<tr><th scope="row">${escapeHtml(row.heading)}</th>${row.cells.map(cellHtml).join('')}</tr>`,
      )
      return `<tbody>${area}${rows.join('')}</tbody>`
    })
    .join('')
  const sources = model.sources.map(line => `<p class="data-block-source">${escapeHtml(line)}</p>`).join('')
  return `<figure class="data-block"><table><caption>${escapeHtml(model.caption)}</caption><thead><tr>${head}</tr></thead>${body}</table>${sources}</figure>`
}

export function tableToText(model: IndicatorTableModel): string {
  if (model.empty) return ''
  const rows = model.groups.flatMap(group => [
    ...(group.area ? [group.area] : []),
    ...group.rows.map(row => [row.heading, ...row.cells.map(cell => cell.text)].join('\t')),
  ])
  return [model.caption, model.columns.join('\t'), ...rows, ...model.sources].join('\n')
}
