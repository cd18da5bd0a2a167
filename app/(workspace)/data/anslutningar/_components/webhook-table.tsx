import { CircleCheck, CircleSlash } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import type { ListedWebhook } from '#server/webhooks/list-webhooks.ts'
import { CELL, WideTable } from '../../_components/wide-table.tsx'
import { revokeWebhookAction } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { ROW, tableHead } from './table-head.tsx'

const sv = words.webhooks

export function WebhookTable({ webhooks }: { webhooks: ListedWebhook[] }) {
  return (
    <WideTable caption={sv.caption} head={tableHead([sv.address, sv.made, sv.state, sv.action])}>
      <tbody>
        {webhooks.map(({ id, url, madeAt, madeBy, revokedAt }) => (
          <tr key={id} className={ROW}>
            <th scope="row" className={`${CELL} min-w-48 text-left font-normal break-all`}>
              {url}
            </th>
            <td className={CELL}>{words.tokens.by(madeAt, madeBy)}</td>
            <td className={CELL}>
              {revokedAt ? (
                <Status icon={<CircleSlash />}>{sv.states.revoked}</Status>
              ) : (
                <Status tone="good" icon={<CircleCheck />}>
                  {sv.states.open}
                </Status>
              )}
            </td>
            <td className={CELL}>
              {!revokedAt && (
                <ConfirmButton
                  text={sv.revoke}
                  label={sv.revokeLabel(url)}
                  title={sv.revokeTitle}
                  description={sv.revokeText(url)}
                  run={revokeWebhookAction.bind(null, id)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
