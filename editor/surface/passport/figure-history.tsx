import type { Indicator } from '../../core/figure.ts'
import { originName } from '../../core/figure-words.ts'
import { formatInstant } from '../../core/format-date.ts'
import { showValue } from '../../core/show-value.ts'
import { type Column, Table } from '../../ui/table.tsx'
import type { PastValue } from '../report-api.ts'
import { sv as words } from './sv.ts'

const sv = words.history

const shown = (indicator: Indicator, past: PastValue): string =>
  past.status === 'withdrawn' ? sv.withdrawn : showValue(indicator, past)

const how = ({ by }: PastValue): string =>
  [by.restored ? sv.restored : originName(by), by.reason].filter(Boolean).join(': ')

export function FigureHistory({ indicator, history }: { indicator: Indicator; history: PastValue[] }) {
  if (history.length === 0) return null
  const columns: Column<PastValue>[] = [
    { label: sv.when, cell: ({ recordedAt }) => formatInstant(recordedAt), className: 'as-table:whitespace-nowrap' },
    { label: sv.value, cell: past => shown(indicator, past), className: 'tabular-nums as-table:whitespace-nowrap' },
    { label: sv.how, cell: how, fillsCard: true },
    { label: sv.who, cell: ({ by }) => by.importedBy },
  ]
  return (
    <section aria-labelledby="figure-history">
      <h3 id="figure-history" className="mb-2 font-semibold">
        {sv.title}
      </h3>
      {history.length === 1 ? (
        <p className="text-muted">{sv.once}</p>
      ) : (
        <Table caption={sv.caption} columns={columns} rows={history} keyOf={({ observationId }) => observationId} />
      )}
    </section>
  )
}
