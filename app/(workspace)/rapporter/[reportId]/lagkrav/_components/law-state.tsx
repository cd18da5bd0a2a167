import { CircleCheck, CircleDashed, CircleMinus, CircleX, PencilLine, ShieldCheck } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import type { Tone } from '#editor/ui/tone.ts'
import type { LawState as State } from '#server/reports/law-matrix.ts'
import { sv } from '../sv.ts'

const LOOKS = {
  missing: ['bad', CircleX],
  'not-asked': ['neutral', CircleDashed],
  'not-applicable': ['neutral', CircleMinus],
  draft: ['info', PencilLine],
  done: ['good', CircleCheck],
  reviewed: ['good', ShieldCheck],
} satisfies Record<State, [Tone, typeof CircleX]>

export function LawState({ state }: { state: State }) {
  const [tone, Icon] = LOOKS[state]
  return (
    <Status tone={tone} icon={<Icon />}>
      {sv.states[state]}
    </Status>
  )
}
