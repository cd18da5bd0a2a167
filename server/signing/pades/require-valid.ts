import { type PDF, PdfNumber } from '@libpdf/core'
import { cmsFault } from '../cms/cms-fault.ts'
import { timestampIn, timestampInfo } from '../cms/read-cms.ts'
import { SignatureInvalidError } from '../errors.ts'
import { readIdentity } from './identity-record.ts'
import { readSignatures, type SignatureInFile, sha256 } from './read-signatures.ts'
import { timestampFault } from './time-stamps.ts'

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0

function faultOf({ kind, cms, content }: SignatureInFile): string | null {
  if (kind === 'timestamp') return timestampFault(cms, sha256(content))
  const fault = cmsFault(cms, content)
  if (fault) return fault
  const token = timestampIn(cms)
  return token ? timestampFault(token, sha256(cms.signer.signature.valueBlock.valueHexView)) : null
}

/** Whether the field stands where it was, seen. */
function isVisible(pdf: PDF, field: string): boolean {
  const dictionary = pdf
    .getForm()
    ?.getSignatureFields()
    .find(({ name }) => name === field)
    ?.getDict()
  const [left, bottom, right, top] = [...(dictionary?.getArray('Rect') ?? [])].map(part =>
    part instanceof PdfNumber ? part.value : 0,
  )
  return Number(right) > Number(left) && Number(top) > Number(bottom) && dictionary?.has('AP') === true
}

/**
 * Checks a file that was just signed, before anybody gets it: it begins with the whole file as it was, and every
 * signature in it holds, the new one by this certificate.
 * @returns the time stamp of the new signature, null without one
 * @throws SignatureInvalidError
 */
export function requireValid(
  pdf: PDF,
  {
    before,
    after,
    field,
    certificate,
  }: { before: Uint8Array; after: Uint8Array; field: string; certificate: Uint8Array },
): Date | null {
  const refuse = (why: string, cause?: unknown): never => {
    throw new SignatureInvalidError(why, { cause })
  }
  if (!same(after.subarray(0, before.length), before)) refuse('the file that was signed is not kept as it was')
  let signatures: SignatureInFile[]
  try {
    signatures = readSignatures(pdf, after)
  } catch (error) {
    return refuse('a signature cannot be read', error)
  }
  const own = signatures.find(signature => signature.field === field)
  if (!own || !same(own.cms.certificate, certificate)) return refuse('the signature is not by this key')
  for (const signature of signatures) {
    const fault = faultOf(signature)
    if (fault) refuse(`${signature.field}: ${fault}`)
  }
  if (own.end <= before.length) refuse('the signature does not cover what it adds')
  if (!isVisible(pdf, field)) refuse('the signature cannot be seen')
  if (!readIdentity(own.dictionary)) refuse('the signature does not say who signed')
  const token = timestampIn(own.cms)
  return token ? timestampInfo(token).genTime : null
}
