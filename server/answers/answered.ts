import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { runChecks } from '../checks/run-checks.ts'

/** Heads of the recommendations of a report, in their order. */
export const headsOf = ({ sections }: ResolvedReport, unitKind: string): ResolvedSection[] =>
  sections.filter(({ unit }) => unit?.head && unit.kind === unitKind)

/** Ids of the units that are answered: nothing of them would keep the report from being locked. */
export function answeredUnits(resolved: ResolvedReport, unitKind: string): Set<string> {
  const stopped = new Set(
    runChecks(resolved)
      .filter(({ level }) => level === 'stop')
      .map(({ sectionId }) => sectionId),
  )
  const open = new Set(resolved.sections.flatMap(({ id, unit }) => (unit && stopped.has(id) ? [unit.id] : [])))
  return new Set(headsOf(resolved, unitKind).flatMap(({ unit }) => (unit && !open.has(unit.id) ? [unit.id] : [])))
}
