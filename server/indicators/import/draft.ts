import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { type dataImport, importDraft } from '#db/schema/data-import.ts'
import type { Actor } from '../../policies/actor.ts'
import { DraftGoneError } from '../errors.ts'
import { type Layout, layoutSchema } from '../layout/layout.ts'

/** Bytes per statement: a file of 64 MB in one parameter would take five times its size. */
const CHUNK = 1024 * 1024

export interface Draft {
  id: string
  /** Empty where nobody knows yet what the file is. */
  source: string
  method: 'file' | 'paste'
  fileName: string
  /** Of the file, lower-case hex. */
  sha256: string
  /** Bytes. */
  size: number
  /** How this file is read; null where its source says it. */
  layout: Layout | null
}

export interface NewDraft extends Pick<Draft, 'source' | 'method' | 'fileName' | 'layout'> {
  bytes: Uint8Array
}

const DRAFT_LIFETIME = sql`interval '24 hours'`

/** Removes the drafts that nobody confirmed for a day. */
export async function deleteOldDrafts(db: Db | Tx): Promise<void> {
  await db.delete(importDraft).where(sql`uploaded_at < now() - ${DRAFT_LIFETIME}`)
}

export async function insertDraft(tx: Tx, actor: Actor, upload: NewDraft): Promise<string> {
  await tx.execute(sql`create temporary table upload_chunk (start integer, bytes bytea) on commit drop`)
  for (let start = 0; start < upload.bytes.length; start += CHUNK) {
    const bytes = upload.bytes.subarray(start, start + CHUNK)
    await tx.execute(sql`insert into upload_chunk values (${start}, ${bytes})`)
  }
  const layout = upload.layout && JSON.stringify(upload.layout)
  const [draft] = await tx.execute<{ id: string }>(sql`
    insert into import_draft (organisation_id, source, method, file_name, file, layout, uploaded_by)
    select ${actor.organisationId}, ${upload.source}, ${upload.method}, ${upload.fileName},
      string_agg(bytes, '' order by start), ${layout}::text::jsonb, ${actor.id}
    from upload_chunk returning id`)
  if (!draft) throw new Error('insert returned no draft')
  return draft.id
}

/**
 * Finds a draft of the actor's organisation and keeps others from confirming it until the transaction ends.
 * @throws DraftGoneError
 */
export async function takeDraft(tx: Tx, actor: Actor, draftId: string): Promise<Draft> {
  const [draft] = await tx.execute<Omit<Draft, 'layout'> & { layout: unknown }>(sql`
    select id, source, method, file_name as "fileName", encode(sha256(file), 'hex') as sha256, length(file) as size,
      layout
    from import_draft where id::text = ${draftId} and organisation_id = ${actor.organisationId} for update`)
  if (!draft) throw new DraftGoneError()
  return { ...draft, layout: draft.layout === null ? null : layoutSchema.parse(draft.layout) }
}

export const readDraftFile = (tx: Tx, draft: Draft): Promise<Uint8Array> => readKeptFile(tx, importDraft, draft)

/**
 * The file of a draft, or of what became of it. The row must be there.
 * @param kept `size` in bytes
 */
export async function readKeptFile(
  tx: Tx,
  table: typeof importDraft | typeof dataImport,
  { id, size }: { id: string; size: number },
): Promise<Uint8Array> {
  const file = Buffer.allocUnsafe(size)
  for (let start = 0; start < size; start += CHUNK) {
    const [row] = await tx.execute<{ bytes: Uint8Array }>(
      sql`select substring(file from ${start + 1} for ${CHUNK}) as bytes from ${table} where id = ${id}`,
    )
    if (!row) throw new DraftGoneError()
    file.set(row.bytes, start)
  }
  return file
}

/** Enough of a text file for its header and first rows. */
const HEAD = CHUNK

/**
 * The whole of a workbook, whose parts lie anywhere in it; of text the beginning, cut at the end of a line, so that no
 * character is cut.
 */
export async function readDraftHead(tx: Tx, draft: Draft): Promise<Uint8Array> {
  if (draft.size <= HEAD) return readDraftFile(tx, draft)
  const head = Buffer.from(await readDraftFile(tx, { ...draft, size: HEAD }))
  const isText = head.readUInt16BE(0) !== 0x504b
  return isText ? head.subarray(0, head.lastIndexOf(0x0a) + 1 || HEAD) : readDraftFile(tx, draft)
}

/** Says what a draft is and how it is read. */
export async function describeSource(
  tx: Tx,
  draft: Draft,
  { source, layout }: { source: string; layout: Layout | null },
): Promise<void> {
  await tx.update(importDraft).set({ source, layout }).where(eq(importDraft.id, draft.id))
}

export async function deleteDraft(db: Db | Tx, actor: Actor, draftId: string): Promise<void> {
  await db.delete(importDraft).where(sql`id::text = ${draftId} and organisation_id = ${actor.organisationId}`)
}
