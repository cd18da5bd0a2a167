import fc from 'fast-check'
import { EDITS, type EditName } from './edits.ts'

export const MOST_AUTHORS = 5
export const SECTIONS = 4

/** One thing that happens in a report. Who and where are counted round: every number means somebody. */
export type Step =
  | { do: 'edit'; who: number; section: number; name: EditName; at: number; size: number }
  | { do: 'move'; who: number; section: number; to: number }
  | { do: 'undo' | 'redo'; who: number; section: number }
  | { do: 'offline' | 'online'; who: number }
  | { do: 'lock' | 'unlock'; section: number }
  | { do: 'assign'; section: number; who: number }
  | { do: 'role'; who: number; role: 'mas' | 'bidragsgivare' | 'revisor' }
  | { do: 'restart' | 'fold' | 'settle' }
  /** So many turns of the event loop. */
  | { do: 'breathe'; turns: number }

export interface History {
  /** Of each author, first to last. The first is never a contributor. */
  contributors: boolean[]
  steps: Step[]
  /** The report is locked in the end, while everybody writes. */
  locked: boolean
}

const who = fc.nat(MOST_AUTHORS - 1)
const section = fc.nat(SECTIONS - 1)
const at = fc.nat(400)
const size = fc.nat(12)
const names = Object.keys(EDITS) as EditName[]
const WRITING: EditName[] = ['write', 'write', 'writeOn', 'writeOn', 'writeParagraph', 'split']

const edit = (name: fc.Arbitrary<EditName>): fc.Arbitrary<Step> =>
  fc.record({ do: fc.constant('edit' as const), who, section, name, at, size })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: edit(fc.constantFrom(...WRITING)) },
  { weight: 30, arbitrary: edit(fc.constantFrom(...names)) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), who, section }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('move' as const), who, section, to: section }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('offline' as const), who }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('online' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('lock' as const), section }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('unlock' as const), section }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('assign' as const), section, who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('role' as const),
      who,
      role: fc.constantFrom('mas' as const, 'bidragsgivare' as const, 'revisor' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('fold' as const, 'settle' as const) }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('breathe' as const), turns: fc.integer({ min: 1, max: 30 }) }) },
)

export const history: fc.Arbitrary<History> = fc.record({
  contributors: fc.array(fc.boolean(), { minLength: 2, maxLength: MOST_AUTHORS }),
  steps: fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }),
  locked: fc.boolean(),
})
