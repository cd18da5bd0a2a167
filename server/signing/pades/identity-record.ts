import { type PdfDict, PdfName, PdfString } from '@libpdf/core'
import type { SigningIdentity } from '../keys/key-provider.ts'

/**
 * Where the signature's dictionary holds who signed, as JSON of {@link IdentityRecord}. It lies under the signature.
 * Names that begin with XX are for private use (ISO 32000-1, annex E).
 */
export const IDENTITY_KEY = 'XXSamskriftIdentity'

/**
 * Not who they are at the identity provider: brokers of BankID and the like use the person number as the subject, and the
 * file is public. The evidence in the database has it.
 */
export interface IdentityRecord extends Omit<SigningIdentity, 'authentication'> {
  format: 1
  authentication: Omit<SigningIdentity['authentication'], 'subject'>
}

/**
 * Text in UTF-16 (ISO 32000-1, 7.9.2.2), as hexadecimal digits: nothing that a name says can be taken for the marks
 * by which the signature's own place in the file is found.
 */
export function hexText(text: string): PdfString {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return PdfString.fromBytes(new Uint8Array(utf16))
}

export function writeIdentity(dictionary: PdfDict, identity: SigningIdentity): void {
  const { subject: _subject, ...authentication } = identity.authentication
  const record: IdentityRecord = { format: 1, ...identity, authentication }
  dictionary.set('Name', hexText(identity.name))
  dictionary.set(PdfName.of(IDENTITY_KEY), hexText(JSON.stringify(record)))
}

/** Who signed, as our own signatures record it; null where there is no record that can be read. */
export function readIdentity(dictionary: PdfDict): IdentityRecord | null {
  const text = dictionary.getString(IDENTITY_KEY)?.asString()
  if (text === undefined) return null
  try {
    const record: unknown = JSON.parse(text)
    return typeof record === 'object' && record !== null && 'format' in record && record.format === 1
      ? (record as IdentityRecord)
      : null
  } catch {
    return null
  }
}
