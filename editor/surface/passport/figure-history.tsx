import type { Indicator } from '../../core/figure.ts'
import { originName } from '../../core/figure-words.ts'
import { formatInstant } from '../../core/format-date.ts'
import { showValue } from '../../core/show-value.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import type { PastValue } from '../report-api.ts'
import { sv as words } from './sv.ts'

const sv = words.history

const shown = (indicator: Indicator, past: PastValue): string =>
  past.status === 'withdrawn' ? sv.withdrawn : showValue(indicator, past)

const how = ({ by }: PastValue): string =>
  [by.restored ? sv.restored : originName(by), by.reason].filter(Boolean).join(': ')

export function FigureHistory({ indicator, history }: { indicator: Indicator; history: PastValue[] }) {
  if (history.length === 0) return null
  return (
    <section aria-labelledby="figure-history">
      <h3 id="figure-history" className="mb-2 font-semibold">
        {sv.title}
      </h3>
      {history.length === 1 ? (
        <p className="text-muted">{sv.once}</p>
      ) : (
        <SmallTable label={sv.title} caption={sv.caption} head={[sv.when, sv.value, sv.how, sv.who]}>
          {history.map(past => (
            <tr key={past.observationId} className="border-b border-line last:border-b-0 align-top">
              <td className="py-1.5 pr-4 whitespace-nowrap">{formatInstant(past.recordedAt)}</td>
              <td className="py-1.5 pr-4 whitespace-nowrap tabular-nums">{shown(indicator, past)}</td>
              <td className="py-1.5 pr-4 break-words">{how(past)}</td>
              <td className="py-1.5 pr-4">{past.by.importedBy}</td>
            </tr>
          ))}
        </SmallTable>
      )}
    </section>
  )
}
