import { HttpTimestampAuthority, PDF, type SignOptions } from '@libpdf/core'
import type { TestCa, TestSigner } from '../../testing/test-ca.ts'

export type TestLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

export interface Signing {
  signer: TestSigner
  level?: TestLevel
  /** "Underskrift 1" … */
  number?: number
  options?: Partial<SignOptions>
}

/** One more signature, as an update of the file. */
export async function signReport(
  ca: TestCa,
  bytes: Uint8Array,
  { signer, level = 'B-B', number = 1, options }: Signing,
): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const signed = await pdf.sign({
    signer: signer.signer,
    level,
    fieldName: `Underskrift ${number}`,
    signingTime: new Date(),
    reason: 'Föredragande',
    ...(level === 'B-B' ? {} : { timestampAuthority: new HttpTimestampAuthority(ca.tsaUrl) }),
    ...options,
  })
  return signed.bytes
}

export async function signByAll(
  ca: TestCa,
  bytes: Uint8Array,
  signers: TestSigner[],
  level: TestLevel,
): Promise<Uint8Array[]> {
  const revisions = [bytes]
  for (const [i, signer] of signers.entries())
    revisions.push(await signReport(ca, revisions.at(-1) ?? bytes, { signer, level, number: i + 1 }))
  return revisions
}
