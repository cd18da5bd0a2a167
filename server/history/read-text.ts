import { renderHtml } from '#editor/blocks/render-html.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { NotFoundError } from '../errors.ts'
import { readFigures } from '../indicators/read-figures.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { readSections } from '../reports/read-sections.ts'
import { usedIn } from '../reports/resolve-report.ts'
import type { Services } from '../services.ts'
import { describeMoment, type MomentInfo } from './describe-moment.ts'
import { type Moment, sourceOf } from './moment.ts'

export interface PastSection {
  id: string
  /** ProseMirror JSON; null where the text holds something that no editor of ours writes. */
  content: DocumentNode | null
  /** Figures in it are those of today: a data block holds its query, not its values. */
  html: string
}

/**
 * The text of a section, or of all where `sectionId` is null, as it was.
 * @throws NotFoundError, HistoryGoneError
 */
export async function readText(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
  { moment, sectionId }: { moment: Moment; sectionId: string | null },
): Promise<{ info: MomentInfo; sections: PastSection[] }> {
  const { db, documents } = services
  const row = await findReport(db, actor, reportId, 'report.history')
  const all = (await readSections(db, reportId)).map(section => section.id)
  const sectionIds = sectionId === null ? all : all.filter(id => id === sectionId)
  if (sectionIds.length === 0) throw new NotFoundError('section')
  const source = await sourceOf(services, reportId, moment)
  const found = await documents.history.run('read', { source, sectionIds })
  const sections = sectionIds.map((id, index) => {
    const text = found[index]
    return { id, content: text ? (JSON.parse(text.content) as DocumentNode) : null }
  })
  const readable = sections.flatMap(({ content }) => (content ? [{ content }] : []))
  const data = await readFigures({ db }, row.organisationId, usedIn(readable).refs)
  const context = { data, imageUrl: (id: string) => `/api/reports/${reportId}/images/${id}` }
  return {
    info: await describeMoment(db, reportId, moment),
    sections: sections.map(section => ({
      ...section,
      html: section.content ? renderHtml(section.content, context) : '',
    })),
  }
}
