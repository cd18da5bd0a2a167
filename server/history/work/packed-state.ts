import { gunzipSync, gzipSync } from 'node:zlib'
import * as Y from 'yjs'

/** A Yjs state (update V1) as a version keeps it: encoding V2, gzip. 766 kB of a long report become some 105 kB. */
export const packState = (state: Uint8Array): Uint8Array => gzipSync(Y.convertUpdateFormatV1ToV2(state))

/** @returns a Yjs update, encoding V2 */
export const unpackState = (packed: Uint8Array): Uint8Array => gunzipSync(packed)
