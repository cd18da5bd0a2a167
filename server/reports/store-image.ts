import { imageSize } from 'image-size'
import { image } from '#db/schema/document.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { sha256Hex } from '../sha256.ts'
import { findReport } from './find-report.ts'

export const MAX_IMAGE_BYTES = 10 * 1024 * 1024
const MEDIA_TYPES = { png: 'image/png', jpg: 'image/jpeg' } as const

function measure(bytes: Uint8Array): { mediaType: 'image/png' | 'image/jpeg'; width: number; height: number } {
  if (bytes.length > MAX_IMAGE_BYTES) throw new InvalidInputError({ file: 'too-large' })
  try {
    const { type, width, height } = imageSize(bytes)
    if (type === 'png' || type === 'jpg') return { mediaType: MEDIA_TYPES[type], width, height }
  } catch {
    // The library throws one error for everything that it cannot read; all of it is "no picture" to the user.
  }
  throw new InvalidInputError({ file: 'not-an-image' })
}

/**
 * Keeps a picture of the report. The type is read from the bytes, never from the file's name.
 * @throws InvalidInputError {file: 'too-large' | 'not-an-image'}, NotAllowedError, NotFoundError, ReportLockedError
 */
export async function storeImage(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  bytes: Uint8Array,
): Promise<{ imageId: string; width: number; height: number }> {
  const row = await findReport(db, actor, reportId, 'report.write')
  const size = measure(bytes)
  const [made] = await db
    .insert(image)
    .values({
      reportId: row.id,
      ...size,
      sha256: sha256Hex(bytes),
      bytes,
      uploadedBy: actor.id,
    })
    .returning({ imageId: image.id })
  if (!made) throw new Error('insert returned no image')
  return { imageId: made.imageId, width: size.width, height: size.height }
}
