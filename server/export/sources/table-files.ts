import { type BlockName, blockSchemas } from '#editor/blocks/schemas.ts'
import type { DataTable } from '#editor/core/data-block/data-table.ts'
import { walk } from '#editor/core/document-node.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import { contentText } from '#editor/pdf/text/text-needs.ts'
import { slug } from '../slug.ts'
import { sv as words } from '../sv.ts'
import { csvBytes, printedCell } from './csv.ts'
import { typedTableRows } from './typed-table.ts'

const sv = words.sources

function rowsOf({ columns, groups }: DataTable): string[][] {
  const hasAreas = groups.some(({ area }) => area)
  const head = columns.map(({ text }) => text)
  const body = groups.flatMap(({ area, rows }) =>
    rows.map(({ heading, cells }) => [
      ...(hasAreas ? [area] : []),
      heading.label ?? heading.text,
      ...cells.map(({ text }) => printedCell(text)),
    ]),
  )
  return [hasAreas ? [sv.area, ...head] : head, ...body]
}

interface FoundTable {
  section: ResolvedSection
  /** Its own, or the heading that it stands under. */
  title: string
  isTyped: boolean
  rows: string[][]
}

/** The tables of a section, live and written by hand, as they follow each other. */
function tablesOf(section: ResolvedSection, data: ResolvedReport['data']): FoundTable[] {
  const found: FoundTable[] = []
  let heading = section.heading
  // What does not apply is not printed, whatever was written there.
  if (section.notApplicableReason !== null) return found
  walk(section.content, node => {
    if (node.type === 'heading') heading = contentText(node).trim() || heading
    if (node.type === 'table') found.push({ section, title: heading, isTyped: true, rows: typedTableRows(node, data) })
    const table = blockSchemas[node.type as BlockName]?.table?.(node, data)
    if (table && !table.empty)
      found.push({ section, title: table.caption || section.heading, isTyped: false, rows: rowsOf(table) })
  })
  return found.filter(({ rows }) => rows.length > 0)
}

/** Each table as a file, in the order of the report: "tabell-001-3.1.2-riskbedomning.csv". */
export function tableFiles({ sections, data }: ResolvedReport): EmbeddedFile[] {
  const found = sections.flatMap(section => tablesOf(section, data))
  return found.map(({ section, title, isTyped, rows }, index) => {
    const place = [section.number.replaceAll(/[^\dA-Za-z.]/g, ''), slug(title).toLowerCase()]
    const sectionName = `${section.number} ${section.heading}`.trim()
    return {
      name: `${['tabell', String(index + 1).padStart(3, '0'), ...place].filter(Boolean).join('-').slice(0, 90)}.csv`,
      mediaType: 'text/csv',
      relationship: 'Data',
      description: isTyped ? sv.typedTable(title, sectionName) : sv.table(title, sectionName),
      bytes: csvBytes(rows),
    }
  })
}
