// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are laid out as cards, and Safari then forgets the roles of a table.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import type { ReportListItem } from '#server/reports/list-reports.ts'
import { sv } from '../sv.ts'
import { ReportRow } from './report-row.tsx'

const { columns } = sv.list
const HEAD = 'px-3 xl:px-4 py-2.5 text-left text-sm font-semibold text-muted'

/** A table where there is room for one; one card a report where there is not. */
export function ReportTable({ reports, now }: { reports: ReportListItem[]; now: Date }) {
  return (
    <table
      role="table"
      className="block w-full border-collapse lg:table lg:overflow-hidden lg:rounded-xl lg:bg-surface lg:shadow-raised"
    >
      <caption className="sr-only">{sv.list.title}</caption>
      <thead role="rowgroup" className="sr-only lg:not-sr-only lg:table-header-group">
        <tr role="row" className="border-b border-line">
          {[columns.report, columns.board, columns.status, columns.deadline, columns.sections, columns.present].map(
            column => (
              <th key={column} role="columnheader" scope="col" className={HEAD}>
                {column}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup" className="flex flex-col gap-4 lg:table-row-group">
        {reports.map(report => (
          <ReportRow key={report.id} report={report} now={now} />
        ))}
      </tbody>
    </table>
  )
}
