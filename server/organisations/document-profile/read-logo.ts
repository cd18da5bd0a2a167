import { imageSize } from 'image-size'
import type { ProfileLogo } from '#editor/core/document-profile.ts'
import { InvalidInputError } from '../../errors.ts'

export const MAX_LOGO_BYTES = 512 * 1024
const MEDIA_TYPES = { png: 'image/png', jpg: 'image/jpeg' } as const

/**
 * The type is read from the bytes, never from the file's name.
 * @throws InvalidInputError {logo: 'too-large' | 'not-an-image'}
 */
export function readLogo(bytes: Uint8Array): Omit<ProfileLogo, 'alt'> {
  if (bytes.byteLength > MAX_LOGO_BYTES) throw new InvalidInputError({ logo: 'too-large' })
  try {
    const { type, width, height } = imageSize(bytes)
    if (type === 'png' || type === 'jpg')
      return { mediaType: MEDIA_TYPES[type], base64: Buffer.from(bytes).toString('base64'), width, height }
  } catch {
    // The library throws one error for everything that it cannot read; all of it is "no picture" to the user.
  }
  throw new InvalidInputError({ logo: 'not-an-image' })
}
