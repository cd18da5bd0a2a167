import { PDF, type Signer, type TimestampAuthority } from '@libpdf/core'
import { buildCms } from '../cms/build-cms.ts'
import { SignatureInvalidError } from '../errors.ts'
import { readSignatures } from './read-signatures.ts'

/** Shows the certificate and signs nothing: libpdf makes the file ready with it, and the key is asked once, afterwards. */
export const placeholderFor = ({ certificate, keyType, signatureAlgorithm }: Signer): Signer => ({
  certificate,
  certificateChain: [],
  keyType,
  signatureAlgorithm,
  sign: async () => new Uint8Array(1),
})

/**
 * Signs what libpdf made ready, in the room that it left. Its own signatures hold a time that PAdES forbids there
 * (libpdf #86).
 * @throws what the key and the time stamp service throw; SignatureInvalidError where the room is too small
 */
export async function fillSignature(
  prepared: Uint8Array,
  field: string,
  signer: Signer,
  timestamps: TimestampAuthority | null,
): Promise<Uint8Array> {
  const own = readSignatures(await PDF.load(prepared), prepared).find(signature => signature.field === field)
  if (!own) throw new SignatureInvalidError('the file was not made ready')
  const cms = await buildCms(own.content, signer, timestamps)
  const { start, end } = own.value
  const digits = Buffer.from(cms)
    .toString('hex')
    .padEnd(end - start, '0')
  if (digits.length > end - start) throw new SignatureInvalidError(`no room for a signature of ${cms.length} bytes`)
  const signed = new Uint8Array(prepared)
  signed.set(Buffer.from(digits, 'latin1'), start)
  return signed
}
