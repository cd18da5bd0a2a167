import { CircleCheck, CircleSlash } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { ListedWebhook } from '#server/webhooks/list-webhooks.ts'
import { revokeWebhookAction } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { ConfirmButton } from './confirm-button.tsx'

const sv = words.webhooks

const COLUMNS: Column<ListedWebhook>[] = [
  { label: sv.address, cell: ({ url }) => url, className: 'break-all as-table:min-w-48' },
  { label: sv.made, cell: ({ madeAt, madeBy }) => words.tokens.by(madeAt, madeBy) },
  {
    label: sv.state,
    cell: ({ revokedAt }) =>
      revokedAt ? (
        <Status icon={<CircleSlash />}>{sv.states.revoked}</Status>
      ) : (
        <Status tone="good" icon={<CircleCheck />}>
          {sv.states.open}
        </Status>
      ),
  },
  {
    label: sv.action,
    cell: ({ id, url, revokedAt }) =>
      !revokedAt && (
        <ConfirmButton
          text={sv.revoke}
          label={sv.revokeLabel(url)}
          title={sv.revokeTitle}
          description={sv.revokeText(url)}
          run={revokeWebhookAction.bind(null, id)}
        />
      ),
    labelInCard: false,
    fillsCard: true,
  },
]

export function WebhookTable({ webhooks }: { webhooks: ListedWebhook[] }) {
  return <Table caption={sv.caption} columns={COLUMNS} rows={webhooks} keyOf={({ id }) => id} />
}
