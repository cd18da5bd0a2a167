import { findDerivation } from '#templates/derivations.ts'
import { templates } from '#templates/index.ts'
import type { Actor } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import type { ReportRow } from '../find-report.ts'

/** Document types that the actor can make from a report: its own first, as next year's. */
export function madeFromIt(actor: Actor, row: ReportRow): { key: string; name: string; follows: boolean }[] {
  if (!can(actor, 'report.create', row)) return []
  return templates
    .filter(({ key }) => findDerivation(row.templateKey, key))
    .map(({ key, name }) => ({ key, name, follows: key === row.templateKey }))
    .toSorted((one, other) => Number(other.follows) - Number(one.follows))
}
