import { CircleCheck, CircleDashed, CircleSlash, Clock, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { CardCell, CardRow, CardTable } from '#app/ui/card-table.tsx'
import { Status } from '#app/ui/status.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import type { Tone } from '#editor/ui/tone.ts'
import type { RoundView, SignerView } from '#server/signing/rounds/read-rounds.ts'
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
    <CardTable caption={sv.caption(round.version)} columns={[sv.capacity, sv.name, sv.state]}>
      {round.signers.map(({ id, name, title, capacity, state, decidedAt, remindedAt }) => {
        const shown: Shown = round.state !== 'open' && state === 'waiting' ? 'over' : state
        return (
          <CardRow key={id} heading={capacity}>
            <CardCell>
              {name}
              <span className="block text-sm text-muted">{title}</span>
            </CardCell>
            <CardCell>
              <Status {...SIGNS[shown]}>{sv.signerStates[shown]}</Status>
              {decidedAt && (
                <span className="mt-0.5 block text-sm text-muted">{formatInstant(decidedAt.toISOString())}</span>
              )}
              {state === 'turn' && remindedAt && (
                <span className="mt-0.5 block text-sm text-muted">
                  {sv.reminded(formatInstant(remindedAt.toISOString()))}
                </span>
              )}
            </CardCell>
          </CardRow>
        )
      })}
    </CardTable>
  )
}
