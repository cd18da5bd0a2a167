import { and, asc, count, eq, gt, lte } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import { reportSection } from '#db/schema/report.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import type { Services } from '../services.ts'
import { sourceAt } from './moment.ts'
import { type ChangeEntry, readChanges } from './read-changes.ts'
import { ownersIn, readNames, readPeople } from './read-people.ts'
import { joinSessions, type Session } from './session.ts'

export interface TimelineQuery {
  /** Where the page before ended; the newest page without it. */
  before?: number | undefined
  sectionId?: string | undefined
  userId?: string | undefined
}

export interface VersionEntry {
  id: string
  seq: number
  kind: (typeof reportVersion.$inferSelect)['kind']
  name: string | null
  /** ISO 8601 instant. */
  at: string
  createdBy: string | null
}

export interface TimelinePage {
  /** Newest first. A session that goes on across the end of a page is an entry on both. */
  sessions: Session[]
  /** Those of the page's time, newest first. */
  versions: VersionEntry[]
  /** `before` of the next page; null where the log ends. */
  next: number | null
  /** What was changed besides the text in the page's time, oldest first. */
  changes: ChangeEntry[]
  /** Ids of everybody who has written in the report, changed it or kept a version of it. */
  people: string[]
  /** Names of them, and of whoever was or became the owner of something on the page. */
  names: Record<string, string>
}

type Reader = Pick<Services, 'db' | 'documents'>
type Boundary = Omit<VersionEntry, 'at'> & { at: Date }

/** A page has at least so many entries, where there are so many. */
const ENTRIES = 40
/** Between two versions lie half an hour of writing or 2,000 changes; a filter may find nothing in any of them. */
const MOST_SEGMENTS = 25

/**
 * Who wrote what, when. The log is read between one version and the next, from the newest on, by the worker thread;
 * what it found stays in memory.
 * @throws NotFoundError
 */
export async function readTimeline(
  services: Reader,
  actor: Actor,
  reportId: string,
  { before, sectionId, userId }: TimelineQuery = {},
): Promise<TimelinePage> {
  await findReport(services.db, actor, reportId, 'report.history')
  if (before === undefined) await services.documents.fold(reportId)
  const boundaries = (await readBoundaries(services.db, reportId)).filter(
    ({ seq }) => before === undefined || seq <= before,
  )
  const starts = [...new Set(boundaries.map(({ seq }) => seq))].filter(seq => seq !== before)
  const sectionIds = await readSectionIds(services.db, reportId)
  const matches = ({ userId: author, sections }: Session): boolean =>
    (userId === undefined || author === userId) &&
    (sectionId === undefined || sections.some(section => section.id === sectionId))

  // What stands before and after a version that people see are two entries, a restored text among them.
  const breaks = boundaries.filter(({ kind }) => kind !== 'checkpoint').map(({ seq }) => seq)
  let sessions: Session[] = []
  let end = before ?? Number.MAX_SAFE_INTEGER
  for (let read = 0; read < MOST_SEGMENTS && sessions.length < ENTRIES; read += 1) {
    const start = starts.pop()
    if (start === undefined) break
    const found = await readSegment(services, reportId, { start, end, sectionIds })
    sessions = joinSessions([...found.filter(matches), ...sessions], breaks)
    end = start
  }
  const shown = boundaries.filter(({ seq }) => seq >= end)
  const next = starts.length > 0 ? end : null
  const changes = await readChanges(services.db, reportId, {
    after: next === null ? null : timeOf(boundaries, next),
    upTo: before === undefined ? null : timeOf(boundaries, before),
    sectionId,
    userId,
  })
  const people = await readPeople(services, reportId)
  return {
    changes,
    people,
    sessions: sessions.toSorted((one, other) => other.toSeq - one.toSeq),
    versions: shown.reverse().map(version => ({ ...version, at: version.at.toISOString() })),
    next,
    names: await readNames(services.db, [...people, ...changes.flatMap(ownersIn)]),
  }
}

const readBoundaries = (db: Db, reportId: string): Promise<Boundary[]> =>
  db
    .select({
      id: reportVersion.id,
      seq: reportVersion.seq,
      kind: reportVersion.kind,
      name: reportVersion.name,
      at: reportVersion.at,
      createdBy: reportVersion.createdBy,
    })
    .from(reportVersion)
    .where(eq(reportVersion.reportId, reportId))
    .orderBy(asc(reportVersion.seq), asc(reportVersion.at))

const readSectionIds = async (db: Db, reportId: string): Promise<string[]> =>
  (await db.select({ id: reportSection.id }).from(reportSection).where(eq(reportSection.reportId, reportId))).map(
    ({ id }) => id,
  )

async function readSegment(
  { db, documents }: Reader,
  reportId: string,
  { start, end, sectionIds }: { start: number; end: number; sectionIds: string[] },
): Promise<Session[]> {
  const within = and(eq(reportUpdate.reportId, reportId), gt(reportUpdate.seq, start), lte(reportUpdate.seq, end))
  const [size] = await db.select({ rows: count() }).from(reportUpdate).where(within)
  if (!size?.rows) return []
  const { segments } = documents.history
  return segments.get([reportId, start, end, size.rows].join(), async () => {
    const rows = await db
      .select({
        seq: reportUpdate.seq,
        userId: reportUpdate.userId,
        at: reportUpdate.at,
        data: reportUpdate.data,
        updates: reportUpdate.updates,
      })
      .from(reportUpdate)
      .where(within)
      .orderBy(asc(reportUpdate.seq))
    return documents.history.run('sessions', {
      source: await sourceAt(db, reportId, start),
      seq: start,
      rows: rows.map(row => ({ ...row, at: row.at.getTime() })),
      sectionIds,
    })
  })
}

/** When the first version at a log position was kept: where one page's changes end and the next one's begin. */
const timeOf = (boundaries: readonly Boundary[], position: number): Date | null =>
  boundaries.find(({ seq }) => seq === position)?.at ?? null
