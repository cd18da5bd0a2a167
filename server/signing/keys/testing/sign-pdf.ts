import { PDF, type Signer } from '@libpdf/core'
import { ContentInfo, SignedData } from 'pkijs'

/** A PDF of one page, signed with the key: what every provider must be good for. */
export async function signPdf(
  signer: Signer,
  digestAlgorithm?: 'SHA-256' | 'SHA-384' | 'SHA-512',
): Promise<Uint8Array> {
  const pdf = PDF.create()
  pdf.addPage()
  const { bytes } = await (await PDF.load(await pdf.save())).sign({
    signer,
    subFilter: 'ETSI.CAdES.detached',
    ...(digestAlgorithm && { digestAlgorithm }),
  })
  return bytes
}

/** The CMS of the only signature, and the bytes that it covers (ISO 32000-1, 12.8.1). */
export function signatureOf(pdf: Uint8Array): { cms: Buffer; covered: Buffer } {
  const bytes = Buffer.from(pdf)
  const [, ...numbers] = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(bytes.toString('latin1')) ?? []
  const [start = 0, length = 0, next = 0, rest = 0] = numbers.map(Number)
  const cms = Buffer.from(bytes.toString('latin1', start + length + 1, next - 1), 'hex')
  return { cms, covered: Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(next, next + rest)]) }
}

/** Whether the signature holds over the file, by the certificate that it names. */
export async function isWellSigned(pdf: Uint8Array): Promise<boolean> {
  const { cms, covered } = signatureOf(pdf)
  const data = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(cms)).content })
  return data.verify({ signer: 0, data: new Uint8Array(covered).buffer })
}
