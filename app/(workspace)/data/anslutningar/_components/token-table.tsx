import { CircleCheck, CircleSlash, ClockAlert } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import type { Tone } from '#editor/ui/tone.ts'
import type { ListedToken } from '#server/api-tokens/list-tokens.ts'
import { CELL, WideTable } from '../../_components/wide-table.tsx'
import { revokeTokenAction } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { ROW, tableHead } from './table-head.tsx'

const sv = words.tokens

const STATES: Record<ListedToken['state'], { tone: Tone; Icon: typeof CircleCheck }> = {
  open: { tone: 'good', Icon: CircleCheck },
  expired: { tone: 'warn', Icon: ClockAlert },
  revoked: { tone: 'neutral', Icon: CircleSlash },
}

export function TokenTable({ tokens }: { tokens: ListedToken[] }) {
  return (
    <WideTable
      caption={sv.caption}
      head={tableHead([sv.name, sv.scopes, sv.made, sv.used, sv.until, sv.state, sv.action])}
    >
      <tbody>
        {tokens.map(({ id, name, scopes, madeAt, madeBy, lastUsedAt, expiresAt, state }) => {
          const { tone, Icon } = STATES[state]
          return (
            <tr key={id} className={ROW}>
              <th scope="row" className={`${CELL} min-w-36 text-left font-normal`}>
                {name}
              </th>
              <td className={CELL}>{scopes.map(scope => sv.scopeNames[scope]).join(', ')}</td>
              <td className={CELL}>{sv.by(madeAt, madeBy)}</td>
              <td className={CELL}>{lastUsedAt ? formatInstant(lastUsedAt) : sv.never}</td>
              <td className={CELL}>{expiresAt ? formatInstant(expiresAt) : sv.forGood}</td>
              <td className={CELL}>
                <Status tone={tone} icon={<Icon />}>
                  {sv.states[state]}
                </Status>
              </td>
              <td className={CELL}>
                {state === 'open' && (
                  <ConfirmButton
                    text={sv.revoke}
                    label={sv.revokeLabel(name)}
                    title={sv.revokeTitle(name)}
                    description={sv.revokeText}
                    run={revokeTokenAction.bind(null, id)}
                  />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
