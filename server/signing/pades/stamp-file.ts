import { PDF, type TimestampAuthority } from '@libpdf/core'
import { sv } from '../sv.ts'
import { beforeSave } from './before-save.ts'
import { hexText } from './identity-record.ts'

/** Room for a time stamp with its certificates, bytes. */
const TIMESTAMP_SIZE = 16_384

/**
 * A time stamp over the whole file (PAdES, ETSI EN 319 142-1, 5.4.3). Nobody sees its field, but readers list it, so it
 * gets a name as every field of a PDF/UA-1 does (ISO 14289-1, 7.18.1); libpdf 0.4.2 gives it none.
 * @throws what the time stamp service throws
 */
export async function stampFile(bytes: Uint8Array, timestampAuthority: TimestampAuthority): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const fields = () => pdf.getForm()?.getSignatureFields() ?? []
  // A field that is signed already must stay as it is.
  const before = new Set(fields().map(({ name }) => name))
  beforeSave(pdf, () => {
    for (const field of fields()) if (!before.has(field.name)) field.getDict().set('TU', hexText(sv.timestampField))
  })
  const stamped = await pdf.addTimestamp({ timestampAuthority, estimatedSize: TIMESTAMP_SIZE })
  return stamped.bytes
}
