import { and, desc, eq } from 'drizzle-orm'
import { type NotUnderstood, type WordPart, wordImport } from '#db/schema/word-import.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { findReport } from '../find-report.ts'
import { readStructure } from '../read-structure.ts'
import { suggestSection } from './suggest-section.ts'

export interface WordImportToPlace {
  id: string
  fileName: string
  /** ISO 8601 instant. */
  uploadedAt: string
  doneAt: string | null
  parts: (WordPart & {
    /** The section that its heading means; null where somebody must say. */ suggested: string | null
  })[]
  notUnderstood: NotUnderstood[]
  /** Where the actor may place something, in the order of the report. */
  sections: { id: string; number: string; heading: string }[]
}

/** The newest Word file of a report; null where there is none. @throws NotFoundError, NotAllowedError, ReportLockedError */
export async function readWordImport(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
): Promise<WordImportToPlace | null> {
  const row = await findReport(services.db, actor, reportId, 'report.write')
  const [found] = await services.db
    .select()
    .from(wordImport)
    .where(and(eq(wordImport.reportId, row.id)))
    .orderBy(desc(wordImport.uploadedAt))
    .limit(1)
  if (!found) return null
  const { sections } = await readStructure(services, actor, row.id)
  const open = sections.filter(section => section.hasText && section.mayWrite)
  return {
    id: found.id,
    fileName: found.fileName,
    uploadedAt: found.uploadedAt.toISOString(),
    doneAt: found.doneAt?.toISOString() ?? null,
    parts: found.parts.map(part => ({ ...part, suggested: suggestSection(part.heading, open) })),
    notUnderstood: found.notUnderstood,
    sections: open.map(({ id, number, heading }) => ({ id, number, heading })),
  }
}
