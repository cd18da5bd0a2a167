import { CircleCheck, CircleDashed, CircleSlash, Clock, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { Status } from '#app/ui/status.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
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

function State({ round, signer }: { round: RoundView; signer: SignerView }) {
  const { state, decidedAt, remindedAt } = signer
  const shown: Shown = round.state !== 'open' && state === 'waiting' ? 'over' : state
  return (
    <>
      <Status {...SIGNS[shown]}>{sv.signerStates[shown]}</Status>
      {decidedAt && <span className="mt-0.5 block text-sm text-muted">{formatInstant(decidedAt.toISOString())}</span>}
      {state === 'turn' && remindedAt && (
        <span className="mt-0.5 block text-sm text-muted">{sv.reminded(formatInstant(remindedAt.toISOString()))}</span>
      )}
    </>
  )
}

/** Who signs a round and how far they have come. */
export function SignerTable({ round }: { round: RoundView }) {
  const columns: Column<SignerView>[] = [
    { label: sv.capacity, cell: ({ capacity }) => capacity },
    {
      label: sv.name,
      cell: ({ name, title }) => (
        <>
          {name}
          <span className="block text-sm text-muted">{title}</span>
        </>
      ),
      fillsCard: true,
    },
    { label: sv.state, cell: signer => <State round={round} signer={signer} />, fillsCard: true },
  ]
  return <Table caption={sv.caption(round.version)} columns={columns} rows={round.signers} keyOf={({ id }) => id} />
}
