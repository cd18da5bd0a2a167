import { classNames } from '#editor/ui/class-names.ts'
import { ScrollSideways } from '#editor/ui/scroll-sideways.tsx'
import { type ColumnRole, type Pointing, ROLES } from '#server/indicators/layout/pointing.ts'
import type { PointingPage } from '#server/indicators/point-out.ts'
import { sv as all } from '../sv.ts'

const sv = all.table

const HEAD = 'px-3 py-2 text-left align-bottom text-sm font-semibold text-muted'
const CELL = 'px-3 py-2 align-top'

export interface FirstRowsProps {
  page: PointingPage
  pointing: Pointing
  onRole: (index: number, role: ColumnRole) => void
}

/** The first rows as the file has them; above each column a choice of what it is. */
export function FirstRows({ page: { rows, columns }, pointing, onRole }: FirstRowsProps) {
  const isHeader = (line: number): boolean => {
    const at = rows.findIndex(row => row.line === pointing.headerLine)
    const place = rows.findIndex(row => row.line === line)
    return place >= at && place < at + pointing.headerRows
  }
  const roleOf = (index: number): ColumnRole =>
    pointing.columns.find(column => column.index === index)?.role ?? 'ignore'
  return (
    <section aria-labelledby="forsta-raderna">
      <h2 id="forsta-raderna" className="mb-3 text-xl font-semibold">
        {sv.title}
      </h2>
      <ScrollSideways label={sv.title} className="rounded-xl border border-line bg-surface">
        <table className="w-full border-collapse">
          <caption className="sr-only">{sv.title}</caption>
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className={HEAD}>
                {sv.line}
              </th>
              {columns.map(({ index, header }) => (
                <th key={index} scope="col" className={classNames(HEAD, 'min-w-44')}>
                  <label className="flex flex-col gap-1">
                    <span className="break-words">{header}</span>
                    <select
                      aria-label={sv.column(header)}
                      value={roleOf(index)}
                      onChange={event => onRole(index, event.target.value as ColumnRole)}
                      className={classNames(
                        'min-h-10 w-full rounded-md border border-control px-2 font-normal text-ink',
                        roleOf(index) === 'ignore' ? 'bg-sunken' : 'bg-surface',
                      )}
                    >
                      {ROLES.map(role => (
                        <option key={role} value={role}>
                          {all.roles[role]}
                        </option>
                      ))}
                    </select>
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr
                key={line}
                className={classNames('border-b border-line last:border-b-0', isHeader(line) && 'bg-sunken')}
              >
                <th scope="row" className={classNames(CELL, 'text-left font-normal text-muted tabular-nums')}>
                  {line}
                </th>
                {columns.map(({ index }) => (
                  <td
                    key={index}
                    className={classNames(
                      CELL,
                      'max-w-72 break-words',
                      isHeader(line) && 'font-semibold',
                      roleOf(index) === 'ignore' && 'text-muted',
                    )}
                  >
                    {cells[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
    </section>
  )
}
