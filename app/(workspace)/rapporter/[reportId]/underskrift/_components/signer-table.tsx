import { CircleCheck, CircleDashed, CircleSlash, Clock, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { Status } from '#app/ui/status.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import type { Tone } from '#editor/ui/tone.ts'
import type { RoundView, SignerView } from '#server/signing/rounds/read-rounds.ts'
import { CELL, HEAD, WideTable } from '../../../../data/_components/wide-table.tsx'
import { sv as words } from '../sv.ts'

const sv = words.round
type Shown = SignerView['state'] | 'over'

const SIGNS: Record<Shown, { icon: ReactNode; tone: Tone }> = {
  signed: { icon: <CircleCheck />, tone: 'good' },
  refused: { icon: <CircleSlash />, tone: 'bad' },
  turn: { icon: <PenLine />, tone: 'warn' },
  waiting: { icon: <Clock />, tone: 'neutral' },
  over: { icon: <CircleDashed />, tone: 'neutral' },
}

/** Who signs a round and how far they have come. */
export function SignerTable({ round }: { round: RoundView }) {
  return (
    <WideTable
      caption={sv.caption(round.version)}
      head={[sv.capacity, sv.name, sv.state].map(label => (
        <th key={label} scope="col" className={HEAD}>
          {label}
        </th>
      ))}
    >
      <tbody>
        {round.signers.map(({ id, name, title, capacity, state, decidedAt, remindedAt }) => {
          const shown: Shown = round.state !== 'open' && state === 'waiting' ? 'over' : state
          const at = decidedAt ? formatInstant(decidedAt.toISOString()) : null
          return (
            <tr key={id} className="border-b border-line last:border-0">
              <th scope="row" className={`${CELL} text-left font-medium`}>
                {capacity}
              </th>
              <td className={CELL}>
                {name}
                <span className="block text-sm text-muted">{title}</span>
              </td>
              <td className={CELL}>
                <Status {...SIGNS[shown]}>{sv.signerStates[shown]}</Status>
                {at && <span className="block text-sm text-muted">{at}</span>}
                {state === 'turn' && remindedAt && (
                  <span className="block text-sm text-muted">
                    {sv.reminded(formatInstant(remindedAt.toISOString()))}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
