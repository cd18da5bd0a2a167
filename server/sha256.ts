import { createHash } from 'node:crypto'

/** SHA-256 in lower-case hex; of a text, of its UTF-8 bytes. */
export const sha256Hex = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')
