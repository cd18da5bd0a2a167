import { type BlockName, blockSchemas } from '#editor/blocks/schemas.ts'
import type { DataTable } from '#editor/core/data-block/data-table.ts'
import { walk } from '#editor/core/document-node.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import { slug } from '../slug.ts'
import { sv as words } from '../sv.ts'
import { csvBytes, printedCell } from './csv.ts'

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

/** Each table of live figures as a file, in the order of the report: "tabell-01-3.1.2-riskbedomning.csv". */
export function tableFiles({ sections, data }: ResolvedReport): EmbeddedFile[] {
  const found = sections.flatMap(section => {
    const tables: DataTable[] = []
    // What does not apply is not printed, whatever was written there.
    if (section.notApplicableReason === null)
      walk(section.content, node => {
        const table = blockSchemas[node.type as BlockName]?.table?.(node, data)
        if (table && !table.empty) tables.push(table)
      })
    return tables.map(table => ({ section, table }))
  })
  return found.map(({ section, table }, index) => {
    const place = [section.number.replaceAll(/[^\dA-Za-z.]/g, ''), slug(table.caption || section.heading).toLowerCase()]
    return {
      name: `${['tabell', String(index + 1).padStart(3, '0'), ...place].filter(Boolean).join('-').slice(0, 90)}.csv`,
      mediaType: 'text/csv',
      relationship: 'Data',
      description: sv.table(table.caption || section.heading, `${section.number} ${section.heading}`.trim()),
      bytes: csvBytes(rowsOf(table)),
    }
  })
}
