import { CircleCheck, CircleX, Clock } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { Tone } from '#editor/ui/tone.ts'
import type { ListedDelivery } from '#server/webhooks/list-webhooks.ts'
import { sv as words } from '../sv.ts'
import { ResendButton } from './resend-button.tsx'

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

const COLUMNS: Column<ListedDelivery>[] = [
  { label: sv.when, cell: ({ createdAt }) => formatInstant(createdAt) },
  { label: sv.address, cell: ({ url }) => url, className: 'break-all as-table:min-w-48', fillsCard: true },
  { label: sv.figures, cell: ({ figures }) => figures.toLocaleString('sv-SE'), isNumber: true },
  {
    label: sv.state,
    cell: delivery => {
      const { tone, Icon } = STATES[delivery.state]
      return (
        <>
          <Status tone={tone} icon={<Icon />}>
            {sv.states[delivery.state]}
          </Status>
          <span className="mt-1 block text-sm text-muted">{said(delivery)}</span>
        </>
      )
    },
    className: 'as-table:min-w-56',
    fillsCard: true,
  },
  {
    label: sv.action,
    cell: ({ id, createdAt, state, mayResend }) =>
      mayResend && state !== 'waiting' && <ResendButton id={id} createdAt={createdAt} />,
    labelInCard: false,
    fillsCard: true,
  },
]

export function DeliveryTable({ deliveries }: { deliveries: ListedDelivery[] }) {
  return <Table caption={sv.caption} columns={COLUMNS} rows={deliveries} keyOf={({ id }) => id} />
}
