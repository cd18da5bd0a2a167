/**
 * What the blocks' HTML lacks because a block does not know where it stands: levels of headings, heads of tables,
 * numbers of notes. The markup is our own (`editor/blocks/render-html.ts`), so tags can be told from text by sign:
 * `<` and `>` stand in tags alone.
 */
const TAG = /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g

interface TableState {
  /** Where each row begins in the output, and whether it holds header cells alone. */
  rows: { at: number; head: boolean; headerCells: number[] }[]
  bodyAt: number
}

/** Rows at the top that hold nothing but header cells. */
const headRows = (table: TableState): number => {
  const first = table.rows.findIndex(row => !row.head || row.headerCells.length === 0)
  return first === -1 ? 0 : first
}

/** Gives the header cells of a table their scope and its first rows a head of their own. */
function closeTable(out: string[], table: TableState): void {
  const head = headRows(table)
  for (const [index, row] of table.rows.entries())
    for (const at of row.headerCells)
      out[at] = (out[at] ?? '').replace('<th', `<th scope="${index < head ? 'col' : 'row'}"`)
  const firstBody = table.rows[head]
  if (head === 0 || !firstBody) return
  out[table.bodyAt] = '<thead>'
  out[firstBody.at] = `</thead><tbody>${out[firstBody.at] ?? ''}`
}

/** Tables as authors make them: those with live figures bring their own head. */
function mendTables(html: string): string {
  const out: string[] = []
  const open: TableState[] = []
  let end = 0
  for (const match of html.matchAll(TAG)) {
    out.push(html.slice(end, match.index))
    end = match.index + match[0].length
    const [tag, close, name] = match
    const table = open.at(-1)
    const at = out.push(tag) - 1
    if (name === 'table' && !close) open.push({ rows: [], bodyAt: -1 })
    else if (name === 'table' && open.length > 0) closeTable(out, open.pop() as TableState)
    else if (!table || close) continue
    else if (name === 'tbody') table.bodyAt = at
    else if (name === 'tr') table.rows.push({ at, head: true, headerCells: [] })
    else if (name === 'th' && !tag.includes('scope=')) table.rows.at(-1)?.headerCells.push(at)
    else if (name === 'td') {
      const row = table.rows.at(-1)
      if (row) row.head = false
    }
  }
  return out.join('') + html.slice(end)
}

/** Headings inside a section follow its own: h4 and h5 become the two levels below `depth`. */
const mendHeadings = (html: string, depth: number): string => {
  let previous = depth
  return html.replace(/<h([45])([^>]*)>([\s\S]*?)<\/h\1>/g, (_, level: string, attrs: string, inner: string) => {
    const own = Math.min(6, depth + Number(level) - 3, previous + 1)
    previous = own
    return `<h${own}${attrs}>${inner}</h${own}>`
  })
}

/** @param depth level of the section's own heading in the page, 2 to 4 */
export const mendMarkup = (html: string, depth: number): string => mendHeadings(mendTables(html), depth)
