import { eq } from 'drizzle-orm'
import { sectionText } from '#db/schema/document.ts'
import { board } from '#db/schema/organisation.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { withoutComments } from '#editor/marks/comment/without-comments.ts'
import type { Template } from '#templates/template.ts'
import { isEmpty } from '../../checks/rules/required-section/required-section.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { findReport, type ReportRow } from '../find-report.ts'
import { loadTemplate } from '../load-template.ts'
import { readRows, type SectionRow, type UnitRow } from '../read-sections.ts'

/** The report that another is made from, with its text at the end of the log. */
export interface Source {
  row: ReportRow
  template: Template | null
  board: { name: string; administration: string }
  sections: SectionRow[]
  /** Without the removed ones. */
  units: UnitRow[]
  /** By section; those without a word are not there. */
  texts: Map<string, DocumentNode>
}

/** @throws NotFoundError where there is none, or where the actor may not know of it */
export async function readSource(
  { db, documents }: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
): Promise<Source> {
  const row = await findReport(db, actor, reportId, 'report.read')
  await documents.fold(reportId)
  const [template, { sections, units }, texts, [of]] = await Promise.all([
    loadTemplate(db, row),
    readRows(db, reportId),
    db
      .select({ sectionId: sectionText.sectionId, content: sectionText.content })
      .from(sectionText)
      .where(eq(sectionText.reportId, reportId)),
    db.select().from(board).where(eq(board.id, row.boardId)),
  ])
  const written = texts.map(({ sectionId, content }) => [sectionId, withoutComments(content as DocumentNode)] as const)
  return {
    row,
    template,
    board: { name: of?.name ?? '', administration: of?.administration ?? '' },
    sections,
    units: units.filter(unit => unit.removedAt === null),
    texts: new Map(written.filter(([, content]) => !isEmpty(content))),
  }
}
