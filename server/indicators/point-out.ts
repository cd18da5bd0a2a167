import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { dataSource } from '#db/schema/data-import.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { DecimalSigns } from './csv/decimal-signs.ts'
import { InvalidLayoutError } from './errors.ts'
import { type Draft, describeSource, readDraftHead, takeDraft } from './import/draft.ts'
import { interpretRow } from './import/interpret-row.ts'
import { hasAllCells, isDataRow } from './import/pick-rows.ts'
import { type ImportProblem, ProblemList } from './import/problem.ts'
import { ShareRange } from './import/read-value.ts'
import { sheetOf } from './import/stage-file.ts'
import { type Column, headerAt } from './layout/columns.ts'
import { findHeader } from './layout/find-header.ts'
import { guessPointing, likelyHeader, pointingOf } from './layout/guess.ts'
import type { Layout } from './layout/layout.ts'
import { planColumns } from './layout/plan-columns.ts'
import { type Pointing, pointedLayout } from './layout/pointing.ts'
import { headOf } from './layout/recognise.ts'
import { readSource, readSources } from './list-sources.ts'
import { type ObservationWords, observationWords } from './observation-words.ts'
import { slug } from './slug.ts'
import { openTable } from './table/open-table.ts'
import type { SheetInfo, Table, TableRow } from './table/table.ts'
import { firstSheet } from './table/table.ts'

/** Rows that the page shows. */
const SHOWN = 14

export interface PointedColumn extends Pick<Column, 'index' | 'header' | 'period'> {}

/** What is shown to the person who points out what a file's columns are. */
export interface PointingPage {
  draftId: string
  fileName: string
  method: Draft['method']
  /** Empty where nobody knows. */
  source: string
  sheets: SheetInfo[]
  /** The first rows of the sheet. */
  rows: { line: number; cells: string[] }[]
  columns: PointedColumn[]
  pointing: Pointing
}

/** Where the person looks, instead of where the header was found. */
export interface PointingPlace {
  sheet?: string | undefined
  headerLine?: number | undefined
  headerRows?: number | undefined
}

async function openDraft(tx: Tx, draft: Draft): Promise<Table> {
  return openTable(await readDraftHead(tx, draft))
}

async function layoutOfDraft(tx: Tx, actor: Actor, draft: Draft): Promise<Layout | null> {
  if (draft.layout) return draft.layout
  return draft.source === '' ? null : ((await readSources(tx, actor.organisationId)).get(draft.source)?.layout ?? null)
}

function firstPointing(rows: TableRow[], layout: Layout | null, place: PointingPlace, draft: Draft): Pointing {
  const isMoved = place.headerLine !== undefined || place.headerRows !== undefined || place.sheet !== undefined
  const found = layout && !isMoved ? findHeader(rows, layout) : null
  if (layout && found) return pointingOf(layout, found.columns, found.line)
  const headerRows = place.headerRows ?? 1
  const named = rows.findIndex(row => row.line === place.headerLine)
  const start = named === -1 ? likelyHeader(rows) : named
  return guessPointing(rows, { sheet: place.sheet ?? layout?.sheet ?? null, start, headerRows }, draft.fileName)
}

const headerOf = (rows: TableRow[], { headerLine, headerRows }: Pointing): Column[] =>
  headerAt(
    rows,
    Math.max(
      0,
      rows.findIndex(row => row.line === headerLine),
    ),
    headerRows,
  )

/**
 * The first rows of a draft, with a proposal of what its columns are.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws NotATableError
 */
export async function readPointing(
  { db }: { db: Db },
  actor: Actor,
  draftId: string,
  place: PointingPlace = {},
): Promise<PointingPage> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  return db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    const table = await openDraft(tx, draft)
    const layout = await layoutOfDraft(tx, actor, draft)
    const chosen = table.sheets.find(sheet => sheet.name === place.sheet)?.name
    const sheet = chosen ?? (layout ? sheetOf(table, layout) : firstSheet(table))
    const rows = await headOf(table, sheet)
    const pointing = firstPointing(rows, layout, { ...place, sheet: chosen }, draft)
    return {
      draftId: draft.id,
      fileName: draft.fileName,
      method: draft.method,
      source: draft.source,
      sheets: table.sheets,
      rows: rows.slice(0, SHOWN).map(({ line, cells }) => ({ line, cells })),
      columns: headerOf(rows, pointing).map(({ index, header, period }) => ({ index, header, period })),
      pointing: { ...pointing, sheet: table.kind === 'workbook' ? sheet : null },
    }
  })
}

export interface PointingPreview {
  /** The first observations. */
  words: ObservationWords[]
  errors: ImportProblem[]
}

const READ = 30

/**
 * What the choices would make of the first rows.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws InvalidLayoutError
 */
export async function previewPointing(
  { db }: { db: Db },
  actor: Actor,
  draftId: string,
  pointing: Pointing,
): Promise<PointingPreview> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  return db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    const table = await openDraft(tx, draft)
    const rows = await headOf(table, pointing.sheet)
    const layout = pointedLayout(pointing, headerOf(rows, pointing), await layoutOfDraft(tx, actor, draft))
    const problems = new ProblemList()
    const header = findHeader(rows, layout)
    const currentYear = new Date().getFullYear()
    const plan = header && planColumns(header, layout, problems, currentYear)
    if (!header || !plan) return { words: [], errors: problems.errors.slice(0, 5) }
    const reader = { problems, signs: new DecimalSigns(), shares: new ShareRange() }
    const reading = { sourceId: 'x', layout, plan, currentYear, reader }
    const read = rows
      .slice(header.start + header.count, header.start + header.count + READ)
      .filter(row => hasAllCells(row, plan, problems) && isDataRow(row, layout, plan, problems))
      .flatMap(row => interpretRow(row, reading) ?? [])
    return { words: observationWords(read, plan).slice(0, 8), errors: problems.errors.slice(0, 5) }
  })
}

/** What to call the source, and whether its next files are read alike. */
export interface PointedSource {
  /** An existing source, or null for a new one. */
  id: string | null
  /** Of a new one. */
  name: string
  /** The layout is kept for the source's next files. */
  keep: boolean
}

async function sourceIdOf(tx: Tx, actor: Actor, { id, name }: PointedSource): Promise<{ id: string; name: string }> {
  if (id !== null) return readSource(tx, actor.organisationId, id)
  const tidy = name.replace(/\s+/g, ' ').trim()
  const own = slug(tidy)
  if (own === '') throw new InvalidInputError({ name: 'missing' })
  if (tidy.length > 80) throw new InvalidInputError({ name: 'too-long' })
  if ((await readSources(tx, actor.organisationId)).has(own)) throw new InvalidInputError({ name: 'taken' })
  return { id: own, name: tidy }
}

/**
 * Keeps how a draft is read, and with `keep` how the next files of its source are. What is asked for each file, the
 * period of it, is kept of this file only.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws InvalidLayoutError when the choices do not fit together, or the file does not fit them
 * @throws InvalidInputError with `name`: missing, too-long or taken
 */
export async function pointOut(
  { db }: { db: Db },
  actor: Actor,
  draftId: string,
  pointing: Pointing,
  source: PointedSource,
): Promise<void> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  await db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    const rows = await headOf(await openDraft(tx, draft), pointing.sheet)
    const layout = pointedLayout(pointing, headerOf(rows, pointing), await layoutOfDraft(tx, actor, draft))
    const header = findHeader(rows, layout)
    if (!header || !planColumns(header, layout, new ProblemList(), new Date().getFullYear() + 1000))
      throw new InvalidLayoutError('does not fit the file')
    const { id, name } = await sourceIdOf(tx, actor, source)
    await describeSource(tx, draft, { source: id, layout })
    if (!source.keep && source.id !== null) return
    const kept = { ...layout, asked: { year: null, period: null } }
    await tx
      .insert(dataSource)
      .values({ organisationId, id, name, layout: kept, changedBy: actor.id })
      .onConflictDoUpdate({
        target: [dataSource.organisationId, dataSource.id],
        set: { layout: kept, changedBy: actor.id, changedAt: sql`now()` },
        setWhere: and(eq(dataSource.organisationId, organisationId), eq(dataSource.id, id)),
      })
  })
}
