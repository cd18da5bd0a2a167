import type { SectionStatus } from '#editor/core/report-page.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import type { Finding } from '../checks/check.ts'
import { saysNothing } from '../checks/rules/required-section/required-section.ts'

/** What a section's row says, and who said so last. */
export interface SectionState {
  status: SectionStatus
  /** Name of who set the status, or said why the section does not apply; null where the history does not say. */
  by: string | null
  /** ISO 8601 instant. */
  at: string | null
}

/**
 * How it stands with what a law asks for. `missing`: something stops the lock. `not-asked`: the template leaves it open,
 * and nothing is there.
 */
export type LawState = 'missing' | 'not-asked' | 'not-applicable' | 'draft' | 'done' | 'reviewed'

export interface LawRow extends Pick<SectionState, 'by' | 'at'> {
  sectionId: string
  /** "3.1.4" */
  number: string
  heading: string
  /** As it is printed: "SOSFS 2011:9 7:2 p.1" */
  reference: string
  /** "SOSFS 2011:9" */
  act: string
  /** "7:2 p.1" */
  place: string
  state: LawState
  /** Why it does not apply. */
  reason: string | null
  /** What stops the lock there, in the words of the checks. */
  findings: string[]
}

export interface LawMatrix {
  /** A paragraph of law and a section each, in the order of the report. */
  rows: LawRow[]
  fulfilled: number
  /** All but those that are not asked for. */
  asked: number
}

/** An act by its abbreviation, then a place in it: see templates/schema/section.ts. */
const REFERENCE = /^([A-ZÅÄÖ][A-Za-zÅÄÖåäö-]*(?: \d{4}:\d+)?) (.+)$/

/** "PSL 3:10" → PSL, 3:10. What is written in another way is an act of its own. */
export function readReference(reference: string): { act: string; place: string } {
  const [, act = reference, place = ''] = REFERENCE.exec(reference) ?? []
  return { act, place }
}

function stateOf(report: ResolvedReport, section: ResolvedSection, stops: number, status: SectionStatus): LawState {
  if (stops) return 'missing'
  if (section.notApplicableReason) return 'not-applicable'
  if (saysNothing(report, section)) return 'not-asked'
  return status === 'empty' ? 'draft' : status
}

/**
 * Which section answers which paragraph of law, and how far it has come. It goes by the same findings as the lock, so
 * what it calls fulfilled never stops a report, and the other way round.
 * @param states by the section's id
 */
export function lawMatrix(
  report: ResolvedReport,
  findings: readonly Finding[],
  states: ReadonlyMap<string, SectionState>,
): LawMatrix {
  const rows = report.sections.flatMap(section => {
    const stops = findings.filter(({ sectionId, level }) => sectionId === section.id && level === 'stop')
    const { status = 'empty', by = null, at = null } = states.get(section.id) ?? {}
    const state = stateOf(report, section, stops.length, status)
    return section.lawReferences.map(
      (reference): LawRow => ({
        sectionId: section.id,
        number: section.number,
        heading: section.heading,
        reference,
        ...readReference(reference),
        state,
        reason: section.notApplicableReason,
        findings: stops.map(({ message }) => message),
        by,
        at,
      }),
    )
  })
  const asked = rows.filter(({ state }) => state !== 'not-asked')
  return { rows, asked: asked.length, fulfilled: asked.filter(({ state }) => state !== 'missing').length }
}
