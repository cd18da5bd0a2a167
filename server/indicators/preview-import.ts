import type { Db, Tx } from '#db/client.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { FileTooLargeError } from './errors.ts'
import { compareIndicators, countStaged, listDifferences } from './import/describe-staged.ts'
import type { Draft } from './import/draft.ts'
import { deleteDraft, deleteOldDrafts, insertDraft, takeDraft } from './import/draft.ts'
import { findSameFile } from './import/find-same-file.ts'
import type { ImportPreview } from './import/import-preview.ts'
import type { OnProgress } from './import/progress.ts'
import { type StagedDraft, stageDraft } from './import/read-draft.ts'
import { sheetOf } from './import/stage-file.ts'
import type { Layout } from './layout/layout.ts'
import { questionsOf } from './layout/questions.ts'
import { headOf, recognise } from './layout/recognise.ts'
import { readSource, readSources } from './list-sources.ts'
import { refusePersonData } from './privacy/refuse-person-data.ts'
import { openTable } from './table/open-table.ts'
import type { Table } from './table/table.ts'

/** Bytes. */
export const MAX_UPLOAD = 128 * 1024 * 1024

export interface Upload {
  /** Id of a source; null to recognise it by the file's headers. */
  source: string | null
  method?: 'file' | 'paste'
  /** Name on the uploader's disk. */
  fileName: string
  bytes: Uint8Array
  /** How this one file is read, where it is not as the source says. */
  layout?: Layout
}

export interface SavedDraft {
  draftId: string
  /** Null where nothing says what the file is: somebody has to point it out. */
  source: string | null
  /** The layout asks for something that the file does not say. */
  asks: boolean
}

// Browsers of old send a whole path; control characters would break lists.
const cleanName = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 255) || 'namnlös.csv'

async function sourceOf(db: Db, organisationId: string, upload: Upload, table: Table): Promise<string | null> {
  if (upload.layout && upload.source) return upload.source
  if (upload.source !== null) return (await readSource(db, organisationId, upload.source)).id
  return (await recognise(table, [...(await readSources(db, organisationId)).values()]))?.id ?? null
}

async function asksSomething(table: Table, layout: Layout): Promise<boolean> {
  const { period, year } = questionsOf(layout, await headOf(table, sheetOf(table, layout)))
  return period || year
}

/**
 * Keeps an uploaded file until somebody confirms or discards it, a day at most.
 * @throws NotAllowedError
 * @throws UnknownSourceError
 * @throws FileTooLargeError
 * @throws NotATableError
 * @throws PersonDataError of what is thrown here, nothing is kept
 */
export async function saveDraft({ db }: { db: Db }, actor: Actor, upload: Upload): Promise<SavedDraft> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  if (upload.bytes.length > MAX_UPLOAD) throw new FileTooLargeError(upload.bytes.length, MAX_UPLOAD)
  if (upload.source !== null && !upload.layout) await readSource(db, organisationId, upload.source)
  const table = await openTable(upload.bytes)
  await refusePersonData(table)
  const source = await sourceOf(db, organisationId, upload, table)
  const layout = upload.layout ?? (source === null ? null : (await readSource(db, organisationId, source)).layout)
  const asks = layout !== null && (await asksSomething(table, layout))
  const draftId = await db.transaction(async tx => {
    await deleteOldDrafts(tx)
    return insertDraft(tx, actor, {
      source: source ?? '',
      method: upload.method ?? 'file',
      fileName: cleanName(upload.fileName),
      layout: upload.layout ?? null,
      bytes: upload.bytes,
    })
  })
  return { draftId, source, asks }
}

/** The preview of what is staged. */
export async function describeStaged(tx: Tx, actor: Actor, draft: Draft, staged: StagedDraft): Promise<ImportPreview> {
  const { organisationId } = actor
  const { problems, rowCount, sourceName } = staged
  const duplicateOfImport = await findSameFile(tx, organisationId, draft)
  const counts = await countStaged(tx)
  const changesSomething = counts.newCount + counts.changedCount > 0
  const { errorCount, errors, notices, rejectedRows, onlyRows } = problems
  return {
    draftId: draft.id,
    source: draft.source,
    sourceName,
    method: draft.method,
    fileName: draft.fileName,
    sha256: draft.sha256,
    notices,
    errors,
    errorCount,
    rejectedRows,
    rowCount,
    ...counts,
    changes: await listDifferences(tx, 'changed'),
    additions: await listDifferences(tx, 'new'),
    ...(await compareIndicators(tx, organisationId, draft.source)),
    duplicateOfImport,
    canConfirm: errorCount === 0 && (changesSomething || !duplicateOfImport),
    canConfirmRest: errorCount > 0 && onlyRows && changesSomething,
  }
}

/**
 * What importing a draft would do, compared with what is stored now.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws NoLayoutError
 */
export async function previewDraft(
  { db }: { db: Db },
  actor: Actor,
  draftId: string,
  onProgress?: OnProgress,
): Promise<ImportPreview> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  return db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    return describeStaged(tx, actor, draft, await stageDraft(tx, actor.organisationId, draft, onProgress))
  })
}

/**
 * {@link saveDraft} and {@link previewDraft}. What is wrong in the rows is in the preview, not thrown.
 * @throws NotAllowedError
 * @throws UnknownSourceError
 * @throws FileTooLargeError
 * @throws NotATableError
 * @throws PersonDataError
 * @throws NoLayoutError
 */
export async function previewImport(services: { db: Db }, actor: Actor, upload: Upload): Promise<ImportPreview> {
  const { draftId } = await saveDraft(services, actor, upload)
  try {
    return await previewDraft(services, actor, draftId)
  } catch (error) {
    await deleteDraft(services.db, actor, draftId)
    throw error
  }
}
