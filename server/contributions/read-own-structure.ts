import type { ReportStructure, SectionStructure } from '#editor/core/report-page.ts'
import type { Actor } from '../policies/actor.ts'
import { readStructure, type StructureReaders } from '../reports/read-structure.ts'
import type { Services } from '../services.ts'

const valuesIn = ({ values, tables }: SectionStructure): string[] =>
  [values, ...tables.flatMap(({ rows }) => rows.map(row => row.values))].flatMap(one => Object.values(one))

/** The part of a report that is the reader's: sections given to them, and none of the tools for the whole report. */
export function ownPart(structure: ReportStructure): ReportStructure {
  const { report, sections, reportTitles, may } = structure
  // An overview is drawn from sections that are not here.
  const own = sections.filter(({ mine }) => mine).map(section => ({ ...section, overview: null }))
  const named = new Set(own.flatMap(valuesIn))
  return {
    ...structure,
    report: { ...report, makes: [], fields: [], values: {}, changes: {} },
    sections: own,
    reportTitles: Object.fromEntries(Object.entries(reportTitles).filter(([id]) => named.has(id))),
    may: { ...may, manage: false, lockSections: false, lock: false, export: false, archive: false },
  }
}

/** What the contributor's form knows of a report: nothing of the sections of others. @throws NotFoundError */
export const readOwnStructure = async (
  services: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  readers?: StructureReaders,
): Promise<ReportStructure> => ownPart(await readStructure(services, actor, reportId, readers))
