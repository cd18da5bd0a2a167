import { CircleCheck, CircleX, Clock } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import type { Tone } from '#editor/ui/tone.ts'
import type { ListedDelivery } from '#server/webhooks/list-webhooks.ts'
import { CELL, NUMBER, WideTable } from '../../_components/wide-table.tsx'
import { sv as words } from '../sv.ts'
import { ResendButton } from './resend-button.tsx'
import { ROW, tableHead } from './table-head.tsx'

const sv = words.deliveries

const STATES: Record<ListedDelivery['state'], { tone: Tone; Icon: typeof CircleCheck }> = {
  delivered: { tone: 'good', Icon: CircleCheck },
  waiting: { tone: 'info', Icon: Clock },
  'given-up': { tone: 'bad', Icon: CircleX },
}

/** How it has gone so far, in words under the state. */
function said({ state, deliveredAt, attempts, nextAt, lastError }: ListedDelivery): string {
  if (deliveredAt) return sv.delivered(deliveredAt)
  if (attempts === 0) return ''
  return [sv.attempts(attempts), lastError && sv.reason(lastError), state === 'waiting' && nextAt && sv.next(nextAt)]
    .filter(Boolean)
    .join(' ')
}

export function DeliveryTable({ deliveries }: { deliveries: ListedDelivery[] }) {
  return (
    <WideTable caption={sv.caption} head={tableHead([sv.when, sv.address, sv.figures, sv.state, sv.action])}>
      <tbody>
        {deliveries.map(delivery => {
          const { id, url, figures, createdAt, state, mayResend } = delivery
          const { tone, Icon } = STATES[state]
          return (
            <tr key={id} className={ROW}>
              <th scope="row" className={`${CELL} text-left font-normal`}>
                {formatInstant(createdAt)}
              </th>
              <td className={`${CELL} min-w-48 break-all`}>{url}</td>
              <td className={`${CELL} ${NUMBER} !text-left`}>{figures.toLocaleString('sv-SE')}</td>
              <td className={`${CELL} min-w-56`}>
                <Status tone={tone} icon={<Icon />}>
                  {sv.states[state]}
                </Status>
                <span className="mt-1 block text-sm text-muted">{said(delivery)}</span>
              </td>
              <td className={CELL}>
                {mayResend && state !== 'waiting' && <ResendButton id={id} createdAt={createdAt} />}
              </td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
