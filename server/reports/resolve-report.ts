import { and, eq, inArray } from 'drizzle-orm'
import { frozenReport, image, sectionText } from '#db/schema/document.ts'
import { board, organisation } from '#db/schema/organisation.ts'
import { figuresIn } from '#editor/blocks/figures-in.ts'
import { type DocumentNode, walk } from '#editor/core/document-node.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { type FigureRef, type FigureSet, figureKey } from '#editor/core/figure.ts'
import type { ResolvedImage, ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { fieldFacts } from '#editor/core/structure/print/field-facts.ts'
import { printSection } from '#editor/core/structure/print/print-section.ts'
import { withoutComments } from '#editor/marks/comment/without-comments.ts'
import { assembledSections, jointHeads } from '../answers/assembled-sections.ts'
import { readFamily } from '../answers/family.ts'
import { type Resolve, type ResolvedFamily, resolveFamily } from '../answers/resolve-family.ts'
import { readFigures } from '../indicators/read-figures.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { today } from '../today.ts'
import type { ReportRow } from './find-report.ts'
import { readFrozen } from './read-frozen.ts'
import { type OutlineOf, outlineReader, type ReportOutline } from './read-outline.ts'
import { carriedOf } from './read-sections.ts'
import { movedIn } from './reviewed/moved-figures.ts'

/** What texts show besides their words. */
export function usedIn(sections: readonly Pick<ResolvedSection, 'content'>[]): {
  refs: FigureRef[]
  imageIds: string[]
} {
  const all: DocumentNode = { type: 'doc', content: sections.map(({ content }) => content) }
  const imageIds = new Set<string>()
  walk(all, ({ type, attrs }) => {
    if (type === 'image' && typeof attrs?.imageId === 'string') imageIds.add(attrs.imageId)
  })
  return { refs: figuresIn(all), imageIds: [...imageIds] }
}

/** What these sections show of the live data. */
export function dataShownBy(
  sections: readonly Pick<ResolvedSection, 'content'>[],
  { indicators, figures }: FigureSet,
): FigureSet {
  const { refs } = usedIn(sections)
  const keys = new Set(refs.map(figureKey))
  const ids = new Set(refs.map(({ indicatorId }) => indicatorId))
  return {
    indicators: Object.fromEntries(Object.entries(indicators).filter(([id]) => ids.has(id))),
    figures: Object.fromEntries(Object.entries(figures).filter(([key]) => keys.has(key))),
  }
}

async function readImages(
  db: Services['db'],
  reportIds: string[],
  ids: string[],
): Promise<Record<string, ResolvedImage>> {
  if (!ids.length) return {}
  const rows = await db
    .select({
      id: image.id,
      sha256: image.sha256,
      mediaType: image.mediaType,
      width: image.width,
      height: image.height,
    })
    .from(image)
    .where(and(inArray(image.reportId, reportIds), inArray(image.id, ids)))
  return Object.fromEntries(rows.map(row => [row.id, row]))
}

const NO_TEXT: DocumentNode = { type: 'doc' }

/** @returns the sections with their text, and the place in the log that it shows */
async function resolveSections(
  db: Services['db'],
  row: ReportRow,
  { sections: found, units, moved, titles }: ReportOutline,
  family: ResolvedFamily | null,
  openThreads: ReadonlySet<string>,
): Promise<{ sections: ResolvedSection[]; seq: number }> {
  const texts = await db.select().from(sectionText).where(eq(sectionText.reportId, row.id))
  const textOf = new Map(texts.map(text => [text.sectionId, text.content as DocumentNode]))
  const shown = family && assembledSections(family, found, units)
  const sections = found.map(({ row: section, definition, changes, rowChanges, ...structured }): ResolvedSection => {
    const stored = section.hasText ? (textOf.get(section.id) ?? NO_TEXT) : null
    const written = stored && withoutComments(stored)
    return {
      ...structured,
      id: section.id,
      key: section.templateSection,
      level: section.level as 1 | 2 | 3,
      required: section.required,
      lawReferences: section.lawReferences,
      notApplicableReason: section.notApplicableReason,
      ...carriedOf(section),
      ...movedIn(moved, section.id),
      written: stored && openThreads.size > 0 ? withoutComments(stored, openThreads) : written,
      content: withAssembled(printSection(structured, written ?? NO_TEXT, found, titles), shown?.get(section.id)),
    }
  })
  return { sections, seq: Math.max(0, ...texts.map(text => text.seq)) }
}

const withAssembled = (content: DocumentNode, assembled: DocumentNode[] = []): DocumentNode =>
  assembled.length ? { ...content, content: [...(content.content ?? []), ...assembled] } : content

interface Resolving {
  reader: Actor | null
  /** Brings a report's projection to the end of its log; null where what is stored will do. */
  fold: ((reportId: string) => Promise<unknown>) | null
  outlineOf: OutlineOf
  /** Threads of comments whose places stay in `written`, for the page alone. */
  openThreads?: ReadonlySet<string>
}

const NO_THREADS: ReadonlySet<string> = new Set()

/**
 * The report as every output shows it. A locked report is its frozen value; a draft is resolved from the projection,
 * which is brought to the end of the log first when `fresh`. So is each answer that a joint answer shows.
 * @param reader who it is shown to; without one, as it is put on record
 */
export const resolveReport = (
  { db, documents }: Pick<Services, 'db' | 'documents'>,
  row: ReportRow,
  { fresh, reader = null }: { fresh: boolean; reader?: Actor | null },
): Promise<ResolvedReport> =>
  resolver(db, { reader, fold: fresh ? id => documents.fold(id) : null, outlineOf: outlineReader(db) })(row)

/** Resolves reports as the projection has them, which may be a few seconds old. */
export const storedResolver = (
  { db }: Pick<Services, 'db'>,
  reader: Actor,
  {
    outlineOf = outlineReader(db),
    openThreads = NO_THREADS,
  }: Partial<Pick<Resolving, 'outlineOf' | 'openThreads'>> = {},
): Resolve => resolver(db, { reader, fold: null, outlineOf, openThreads })

/** Each report is resolved once, however often it is asked for and shown in others. */
function resolver(db: Services['db'], how: Resolving): Resolve {
  const known = new Map<string, Promise<ResolvedReport>>()
  const resolveOnce: Resolve = row => {
    const found = known.get(row.id) ?? resolve(db, row, { ...how, resolveOther: resolveOnce })
    known.set(row.id, found)
    return found
  }
  return resolveOnce
}

async function resolve(
  db: Services['db'],
  row: ReportRow,
  { reader, fold, outlineOf, openThreads = NO_THREADS, resolveOther }: Resolving & { resolveOther: Resolve },
): Promise<ResolvedReport> {
  const frozen = row.lockedAt
    ? await db.query.frozenReport.findFirst({
        where: and(eq(frozenReport.reportId, row.id), eq(frozenReport.version, row.version)),
      })
    : undefined
  if (frozen) return readFrozen(frozen.resolved)
  await fold?.(row.id)

  const [outline, family] = await Promise.all([
    outlineOf(row),
    readFamily(db, row).then(found => found && resolveFamily({ db }, found, { reader, resolve: resolveOther })),
  ])
  const { template, origin, titles } = outline
  const [{ sections, seq }, place] = await Promise.all([
    resolveSections(db, row, outline, family, openThreads),
    db
      .select({
        organisation: organisation.name,
        number: organisation.organisationNumber,
        profile: organisation.documentProfile,
        board: board.name,
        administration: board.administration,
      })
      .from(board)
      .innerJoin(organisation, eq(organisation.id, board.organisationId))
      .where(eq(board.id, row.boardId))
      .then(rows => rows[0]),
  ])
  const joint = jointHeads(outline.sections, outline.units, family)
  const used = usedIn(sections)
  const [data, images] = await Promise.all([
    readFigures({ db }, row.organisationId, used.refs),
    readImages(db, [row.id, ...(family?.answers ?? []).map(({ id }) => id)], used.imageIds),
  ])
  return {
    format: 2,
    editorVersion: EDITOR_VERSION,
    organisation: {
      name: place?.organisation ?? '',
      ...(place?.number && { number: place.number }),
      ...(place?.profile && { profile: place.profile }),
    },
    board: { name: place?.board ?? '', administration: place?.administration ?? '' },
    report: {
      id: row.id,
      template: {
        key: row.templateKey,
        version: row.templateVersion,
        name: template?.name ?? row.templateKey,
      },
      ...(template?.opening === 'head' && { opening: template.opening }),
      title: row.title,
      diaryNumber: row.diaryNumber,
      year: row.year,
      version: row.version,
      date: today(),
      status: 'draft',
      seq,
      fields: template?.fields ?? [],
      values: row.values,
      facts: fieldFacts(template?.fields ?? [], row.values, titles),
      ...(origin && { madeFrom: origin }),
    },
    sections,
    ...(family && { asked: family.asked }),
    ...(family && joint && { joint: { answers: family.answers, recommendations: joint } }),
    data,
    images,
  }
}
