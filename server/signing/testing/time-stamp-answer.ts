import { createHash, randomBytes } from 'node:crypto'
import { fromBER, Integer, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import {
  Accuracy,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { type Authority, derOf } from '../certificates/make-certificate.ts'
import type { TimestampMood } from './pki-services.ts'

const OID = {
  data: '1.2.840.113549.1.9.16.1.4',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
}

const sha256 = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(createHash('sha256').update(bytes).digest()).buffer

function tstInfo(question: TimeStampReq, mood: TimestampMood): TSTInfo {
  const { messageImprint, nonce } = question
  const imprint =
    mood === 'wrong-imprint'
      ? new MessageImprint({
          hashAlgorithm: messageImprint.hashAlgorithm,
          hashedMessage: new OctetString({ valueHex: new Uint8Array(32).fill(7).buffer }),
        })
      : messageImprint
  return new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: imprint,
    serialNumber: new Integer({ valueHex: new Uint8Array([1, ...randomBytes(8)]).buffer }),
    genTime: new Date(),
    accuracy: new Accuracy({ seconds: 1 }),
    ...(nonce && { nonce: mood === 'wrong-nonce' ? new Integer({ value: 4711 }) : nonce }),
  })
}

function signedAttributes(content: Uint8Array, certificate: Uint8Array): Attribute[] {
  const certId = new Sequence({ value: [new OctetString({ valueHex: sha256(certificate) })] })
  return [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.signingTime, values: [new UTCTime({ valueDate: new Date() })] }),
    new Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: sha256(content) })] }),
    new Attribute({
      type: OID.signingCertificate,
      values: [new Sequence({ value: [new Sequence({ value: [certId] })] })],
    }),
  ]
}

async function token(info: TSTInfo, authority: Authority, chain: Authority[]): Promise<ContentInfo> {
  const content = new Uint8Array(info.toSchema().toBER(false))
  const { certificate, privateKey } = authority
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: OID.data,
      eContent: new OctetString({ valueHex: content.buffer }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: signedAttributes(content, derOf(certificate)),
        }),
      }),
    ],
    certificates: [certificate, ...chain.map(link => link.certificate)],
  })
  await signed.sign(privateKey as CryptoKey, 0, 'SHA-256')
  return new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) })
}

/** TimeStampResp of RFC 3161, 2.4.2, in DER. @param chain what the token brings along beside the service's own */
export async function timeStampAnswer(
  question: Uint8Array,
  mood: TimestampMood,
  authority: Authority,
  chain: Authority[],
): Promise<Uint8Array> {
  if (mood === 'garbage') return new TextEncoder().encode('<html>Logga in</html>')
  if (mood === 'refuses') {
    const refusal = new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) })
    return new Uint8Array(refusal.toSchema().toBER(false))
  }
  const asked = new TimeStampReq({ schema: fromBER(new Uint8Array(question).buffer).result })
  const answer = new TimeStampResp({
    status: new PKIStatusInfo({ status: 0 }),
    timeStampToken: await token(tstInfo(asked, mood), authority, chain),
  })
  const bytes = new Uint8Array(answer.toSchema().toBER(false))
  // The signature's value ends the token.
  if (mood === 'wrong-signature') bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1
  return bytes
}
