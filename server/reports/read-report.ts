import { readableHtml } from '#editor/blocks/readable-html.ts'
import type { FigureSet } from '#editor/core/figure.ts'
import type { ReportStructure, SectionStructure } from '#editor/core/report-page.ts'
import { readOpenThreads } from '../comments/read-open-threads.ts'
import { readOwnStructure } from '../contributions/read-own-structure.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { findReport } from './find-report.ts'
import { outlineReader } from './read-outline.ts'
import { readStructure } from './read-structure.ts'
import { dataShownBy, storedResolver } from './resolve-report.ts'

export interface ReadReport extends ReportStructure {
  sections: (SectionStructure & { html: string })[]
  data: FigureSet
}

/**
 * What the report's page shows before its editors have started. The text comes from the projection and may be a few
 * seconds old; the editors bring it up to date.
 * @param own the sections that are the actor's alone, as in {@link readOwnStructure}
 * @throws NotFoundError
 */
export async function readReport(
  services: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  { own = false }: { own?: boolean } = {},
): Promise<ReadReport> {
  const row = await findReport(services.db, actor, reportId, 'report.read')
  const outlineOf = outlineReader(services.db)
  const openThreads = await readOpenThreads(services, actor, row)
  const resolve = storedResolver(services, actor, { outlineOf, openThreads })
  const [structure, resolved] = await Promise.all([
    (own ? readOwnStructure : readStructure)(services, actor, reportId, { outlineOf, resolve }),
    resolve(row),
  ])
  const shown = new Set(structure.sections.map(({ id }) => id))
  const sections = resolved.sections.filter(({ id }) => shown.has(id))
  const context = { data: resolved.data, imageUrl: (id: string) => `/api/reports/${reportId}/images/${id}` }
  const html = new Map(
    sections.map(section => [section.id, section.written ? readableHtml(section.written, context) : '']),
  )
  return {
    ...structure,
    sections: structure.sections.map(section => ({ ...section, html: html.get(section.id) ?? '' })),
    data: own ? dataShownBy(sections, resolved.data) : resolved.data,
  }
}
