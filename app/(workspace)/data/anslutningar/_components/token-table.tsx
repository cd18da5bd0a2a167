import { CircleCheck, CircleSlash, ClockAlert } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { Tone } from '#editor/ui/tone.ts'
import type { ListedToken } from '#server/api-tokens/list-tokens.ts'
import { revokeTokenAction } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { ConfirmButton } from './confirm-button.tsx'

const sv = words.tokens

const STATES: Record<ListedToken['state'], { tone: Tone; Icon: typeof CircleCheck }> = {
  open: { tone: 'good', Icon: CircleCheck },
  expired: { tone: 'warn', Icon: ClockAlert },
  revoked: { tone: 'neutral', Icon: CircleSlash },
}

const COLUMNS: Column<ListedToken>[] = [
  { label: sv.name, cell: ({ name }) => name, className: 'as-table:min-w-36' },
  { label: sv.scopes, cell: ({ scopes }) => scopes.map(scope => sv.scopeNames[scope]).join(', ') },
  { label: sv.made, cell: ({ madeAt, madeBy }) => sv.by(madeAt, madeBy) },
  { label: sv.used, cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt) : sv.never) },
  { label: sv.until, cell: ({ expiresAt }) => (expiresAt ? formatInstant(expiresAt) : sv.forGood) },
  {
    label: sv.state,
    cell: ({ state }) => {
      const { tone, Icon } = STATES[state]
      return (
        <Status tone={tone} icon={<Icon />}>
          {sv.states[state]}
        </Status>
      )
    },
  },
  {
    label: sv.action,
    cell: ({ id, name, state }) =>
      state === 'open' && (
        <ConfirmButton
          text={sv.revoke}
          label={sv.revokeLabel(name)}
          title={sv.revokeTitle(name)}
          description={sv.revokeText}
          run={revokeTokenAction.bind(null, id)}
        />
      ),
    labelInCard: false,
    fillsCard: true,
  },
]

export function TokenTable({ tokens }: { tokens: ListedToken[] }) {
  return <Table caption={sv.caption} columns={COLUMNS} rows={tokens} keyOf={({ id }) => id} />
}
