import { type BlockName, blockSchemas } from '#editor/blocks/schemas.ts'
import { type DocumentNode, walk } from '#editor/core/document-node.ts'
import { typefaceOf } from '#editor/core/document-profile.ts'
import type { FigureSet } from '#editor/core/figure.ts'
import { authorTableModel } from '#editor/pdf/table/author-table.ts'
import { dataTableModel } from '#editor/pdf/table/data-table-model.ts'
import { placeCells } from '#editor/pdf/table/grid.ts'
import type { TableModel } from '#editor/pdf/table/table-model.ts'
import { isTooWide } from '#editor/pdf/table/table-width.ts'
import type { Finding } from '../../../../checks/check.ts'
import type { PreflightRule } from '../../preflight-rule.ts'
import { sv } from './sv.ts'

const columnsOf = ({ rows }: TableModel): number => placeCells(rows.map(({ cells }) => cells)).columns

/** Fewer cannot fill a page that lies, whatever stands in them but one word as long as a line. */
const FEW = 6

/** Drawn as a table; a chart's table is none in a PDF. */
const DRAWN = new Set<string>(['indicatorTable', 'economyTable', 'keyFigures'] satisfies BlockName[])

function modelOf(node: DocumentNode, data: FigureSet): TableModel | null {
  if (node.type === 'table') return authorTableModel(node)
  const table = DRAWN.has(node.type) ? blockSchemas[node.type as BlockName].table?.(node, data) : null
  return table && !table.empty ? dataTableModel(table) : null
}

/** Tables that are too wide for a page that stands get one that lies; these are too wide for that as well. */
export const wideTable: PreflightRule = {
  rule: 'wide-table',
  formats: ['pdf'],
  run: report =>
    report.sections.flatMap(({ id, number, heading, content, notApplicableReason }) => {
      const findings: Finding[] = []
      if (notApplicableReason !== null) return findings
      walk(content, node => {
        const model = modelOf(node, report.data)
        const columns = model ? columnsOf(model) : 0
        if (!model || columns < FEW || !isTooWide(model, typefaceOf(report))) return
        const message = sv.tooWide(columns, `${number} ${heading}`.trim())
        findings.push({ rule: 'wide-table', level: 'warning', sectionId: id, message })
      })
      return findings
    }),
}
