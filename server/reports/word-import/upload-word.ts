import { type NotUnderstood, type WordPart, wordImport } from '#db/schema/word-import.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { InvalidInputError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { sha256Hex } from '../../sha256.ts'
import { findReport } from '../find-report.ts'
import { storeImage } from '../store-image.ts'
import { WordFileRefusedError } from './errors.ts'
import { MAX_WORD_BYTES } from './guard-word-file.ts'
import type { WordPicture } from './read-word.ts'

/** The same text with the ids of the stored pictures; without those that were not stored. */
function withImages(node: DocumentNode, ids: ReadonlyMap<string, string>): DocumentNode {
  if (!node.content) return node
  const content = node.content.flatMap((child): DocumentNode[] => {
    if (child.type !== 'image') return [withImages(child, ids)]
    const imageId = ids.get(String(child.attrs?.imageId))
    return imageId ? [{ ...child, attrs: { ...child.attrs, imageId } }] : []
  })
  return { ...node, content }
}

/**
 * Keeps the parts of a Word file beside a report, for its authors to place. Nothing of the report is changed.
 * @throws WordFileRefusedError, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function uploadWord(
  services: Pick<Services, 'db' | 'readWord'>,
  actor: Actor,
  reportId: string,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<{ id: string }> {
  const row = await findReport(services.db, actor, reportId, 'report.write')
  if (bytes.byteLength > MAX_WORD_BYTES) throw new WordFileRefusedError('too-large')
  const read = await services.readWord(bytes)
  const notUnderstood: NotUnderstood[] = [...read.notUnderstood]
  const ids = new Map<string, string>()
  for (const picture of read.pictures) {
    const stored = await store(services, actor, row.id, picture)
    if (stored) ids.set(picture.id, stored)
    else notUnderstood.push({ code: 'picture', detail: '', heading: '' })
  }
  const parts = read.parts.map((part): WordPart => {
    const { content } = withImages(part.content as DocumentNode, ids)
    return { ...part, content: { type: 'doc', content: content ?? [] } }
  })
  const [made] = await services.db
    .insert(wordImport)
    .values({
      reportId: row.id,
      fileName: fileName.slice(0, 200),
      sha256: sha256Hex(bytes),
      parts,
      notUnderstood,
      uploadedBy: actor.id,
    })
    .returning({ id: wordImport.id })
  if (!made) throw new Error('insert returned no row')
  return made
}

/** Null for what only says that it is a picture. */
async function store(
  services: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  { bytes }: WordPicture,
): Promise<string | null> {
  try {
    return (await storeImage(services, actor, reportId, bytes)).imageId
  } catch (error) {
    if (error instanceof InvalidInputError) return null
    throw error
  }
}
