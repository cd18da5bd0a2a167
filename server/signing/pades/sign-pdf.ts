import { PDF, PdfDict, PdfName } from '@libpdf/core'
import type { SignatureFacts } from '#db/schema/signing.ts'
import { type AppearanceLine, drawAppearance } from '#editor/pdf/draw/draw-appearance.ts'
import { SamskriftError } from '../../errors.ts'
import { sha256Hex } from '../../sha256.ts'
import { commonName, distinguishedName } from '../certificates/distinguished-name.ts'
import { readCertificate } from '../certificates/read-certificate.ts'
import { NoEmptyFieldError, SignatureInvalidError, TimestampFailedError } from '../errors.ts'
import { requireValidity } from '../keys/require-validity.ts'
import { sv } from '../sv.ts'
import { gatherEvidence, requireEvidence } from './evidence.ts'
import { fillSignature, placeholderFor } from './fill-signature.ts'
import { hexText, writeIdentity } from './identity-record.ts'
import type { Outside } from './outside.ts'
import { requireValid } from './require-valid.ts'
import { findReservedField, keepFieldVisible, type ReservedField } from './reserved-field.ts'
import { addToSecurityStore } from './security-store.ts'
import type { SignedPdf, SigningOrder } from './signing-wish.ts'
import { stampFile } from './stamp-file.ts'

/** Room for a signature with its chain and time stamp, bytes. */
const SIGNATURE_SIZE = 24_576

async function load(bytes: Uint8Array): Promise<PDF> {
  try {
    const pdf = await PDF.load(bytes)
    const obstacle = pdf.canSaveIncrementally()
    if (obstacle) throw new NoEmptyFieldError(`the file cannot be added to: ${obstacle}`)
    return pdf
  } catch (error) {
    if (error instanceof SamskriftError) throw error
    throw new NoEmptyFieldError('the file cannot be read', { cause: error })
  }
}

function factsOf({ provider, level, at }: SigningOrder, der: Uint8Array): SignatureFacts {
  const certificate = readCertificate(der)
  requireValidity(der, at)
  return {
    provider: provider.name,
    test: provider.test,
    level,
    certificate: {
      subject: distinguishedName(certificate.subject),
      issuer: distinguishedName(certificate.issuer),
      serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
      notAfter: certificate.notAfter.value.toISOString(),
    },
    timestamp: null,
  }
}

/** What can be seen in the field. The person's name is not the certificate's where the organisation's seal signs. */
function appearanceLines({ identity, provider, at }: SigningOrder, certificate: Uint8Array): AppearanceLine[] {
  const holder = commonName(readCertificate(certificate).subject)
  return [
    { text: sv.signedBy(identity.name), strong: true },
    { text: sv.asWhatAndWhen(identity.capacity, at) },
    { text: sv.loggedIn(identity.authentication) },
    ...(holder !== identity.name && !provider.test ? [{ text: sv.seal(holder) }] : []),
    ...(provider.test ? [{ text: sv.test, strong: true, warns: true }] : []),
  ]
}

function reasonOf({ identity, place }: SigningOrder): string {
  const { name, title, capacity, authentication } = identity
  return `${sv.reason(capacity, place.reportTitle, place.diaryNumber)} ${sv.signedInAt(name, title, authentication)}`
}

async function sign(
  pdf: PDF,
  field: ReservedField,
  order: SigningOrder,
  { signer, timestamps }: Outside,
  reason: string,
): Promise<Uint8Array> {
  const { identity, place, at } = order
  const lines = appearanceLines(order, signer.certificate)
  const drawn = await drawAppearance(lines, field.width, field.height)
  const appearance = await pdf.embedPage(await PDF.load(drawn), 0)
  // What is drawn in a field is not read out; its description is.
  field.dictionary.set('TU', hexText(lines.map(({ text }) => text).join('. ')))
  keepFieldVisible(pdf, field, appearance.ref, signature => {
    writeIdentity(signature, identity)
    signature.set('Reason', hexText(reason))
    signature.set('Location', hexText(place.organisation))
    signature.set('Prop_Build', PdfDict.of({ App: PdfDict.of({ Name: PdfName.of('Samskrift') }) }))
  })
  const { bytes: prepared } = await pdf.sign({
    signer: placeholderFor(signer),
    fieldName: order.field,
    signingTime: at,
    estimatedSize: SIGNATURE_SIZE,
    level: 'B-B',
  })
  return fillSignature(prepared, order.field, signer, timestamps)
}

/** Level B-LT, and for B-LTA a time stamp over it all, whose own certificates are then proven too. */
async function makeLasting(
  signed: Uint8Array,
  { level }: SigningOrder,
  { signer, timestamps, revocation: source }: Outside,
): Promise<Uint8Array> {
  if (level === 'B-B' || level === 'B-T') return signed
  const known = [...(signer.certificateChain ?? [])]
  const prove = async (bytes: Uint8Array, anew: boolean): Promise<Uint8Array> => {
    const signing = { newest: signer.certificate, now: new Date() }
    const pdf = await PDF.load(bytes)
    addToSecurityStore(pdf, await gatherEvidence(pdf, bytes, signing, { source, known, anew }))
    const proven = await pdf.save({ incremental: true })
    await requireEvidence(await PDF.load(proven), proven, signing)
    return proven
  }
  const proven = await prove(signed, true)
  if (level === 'B-LT' || !timestamps) return proven
  return prove(await stampFile(proven, timestamps), false)
}

/**
 * Signs a PDF in the field that was reserved for the person (PAdES, ETSI EN 319 142-1): visibly, as an addition that
 * keeps all earlier bytes, with who signed and how they logged in under the signature. What comes out was checked.
 * Whatever fails, the bytes that came in are what stands. For a large file the work takes most of a second, in one
 * piece: the server does it in a process of its own (child/sign-in-child.ts).
 * @throws NoEmptyFieldError, KeyUnavailableError, CertificateExpiredError, CertificateRevokedError,
 *   TimestampFailedError, TimestampUntrustedError, RevocationDataMissingError, SignatureInvalidError, MissingGlyphError
 */
export async function signPdf(order: SigningOrder, outside: Outside): Promise<SignedPdf> {
  const { bytes, field, level } = order
  const { certificate } = outside.signer
  if (level !== 'B-B' && !outside.timestamps) throw new TimestampFailedError('no time stamp service is set up')
  const facts = factsOf(order, certificate)
  const reason = reasonOf(order)
  const pdf = await load(bytes)
  try {
    const signed = await sign(pdf, findReservedField(pdf, field), order, outside, reason)
    const lasting = await makeLasting(signed, order, outside)
    const time = requireValid(await PDF.load(lasting), {
      before: bytes,
      after: lasting,
      field,
      certificate,
    })
    return {
      bytes: lasting,
      sha256: sha256Hex(lasting),
      facts: { ...facts, timestamp: time?.toISOString() ?? null },
      reason,
    }
  } catch (error) {
    if (error instanceof SamskriftError || (error instanceof Error && error.name === 'MissingGlyphError')) throw error
    throw new SignatureInvalidError('the file could not be signed', { cause: error })
  }
}
