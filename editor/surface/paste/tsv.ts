import { escapeHtml } from '../../core/escape-html.ts'

/** Cells of tab-separated text as Excel copies it: a cell with line breaks or tabs stands in doubled quotes. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at]
    if (quoted) {
      if (char !== '"') cell += char
      else if (body[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === '\t') endCell()
    else if (char === '\n') {
      endCell()
      rows.push([])
    } else cell += char
  }
  endCell()
  return rows
}

/** A table where the text is one: at least two rows of the same number of cells, two or more. Null otherwise. */
export function tsvTable(text: string): string | null {
  if (!text.includes('\t')) return null
  const rows = readTsv(text)
  const width = rows[0]?.length ?? 0
  if (rows.length < 2 || width < 2 || rows.some(row => row.length !== width)) return null
  const html = rows
    .map(row => `<tr>${row.map(cell => `<td><p>${escapeHtml(cell).replace(/\n/g, '<br>')}</p></td>`).join('')}</tr>`)
    .join('')
  return `<table><tbody>${html}</tbody></table>`
}
