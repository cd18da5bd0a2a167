import { type Derivation, derive } from './derivation.ts'
import { reportFromPlan } from './internkontrollrapport/from-plan.ts'
import { productKey } from './own-key.ts'
import { yearFromHalfYear } from './patientsakerhetsberattelse/from-rapport.ts'
import { coverNote } from './tjansteskrivelse/cover-note.ts'

/** From one type to another; that a report follows last year's of its own type needs no data. */
export const derivations: readonly Derivation[] = [reportFromPlan, yearFromHalfYear, coverNote]

/** How a report of type `to` is made from one of type `from`; null where it is not. */
export function findDerivation(from: string, to: string): Derivation | null {
  // An organisation's own template has the sections of the one that it began as.
  const [source, target] = [productKey(from), productKey(to)]
  if (source === target) return derive({ from, to, sameKeys: true, yearsLater: 1 })
  return derivations.find(one => one.to === target && (one.from === null || one.from === source)) ?? null
}
