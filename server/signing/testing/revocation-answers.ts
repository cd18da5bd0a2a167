import { Constructed, Enumerated, fromBER, GeneralizedTime, Integer, OctetString, Primitive } from 'asn1js'
import {
  BasicOCSPResponse,
  CertificateRevocationList,
  Extension,
  Extensions,
  OCSPRequest,
  OCSPResponse,
  ResponseBytes,
  RevokedCertificate,
  SingleResponse,
  Time,
} from 'pkijs'
import type { Authority } from '../certificates/make-certificate.ts'
import type { RevocationMood } from './pki-services.ts'

const HOUR = 3_600_000
const CRL_NUMBER = '2.5.29.20'
const OCSP_BASIC = '1.3.6.1.5.5.7.48.1.1'

/** When an answer was made and until when it holds: an outdated one no longer does. */
function validity(mood: RevocationMood): { from: Date; to: Date } {
  const now = Date.now()
  return mood === 'outdated'
    ? { from: new Date(now - 72 * HOUR), to: new Date(now - 48 * HOUR) }
    : { from: new Date(now - HOUR), to: new Date(now + 24 * HOUR) }
}

/** A revocation list in DER (RFC 5280, 5). @param revoked serial numbers */
export async function revocationList(issuer: Authority, revoked: Integer[], mood: RevocationMood): Promise<Uint8Array> {
  const { from, to } = validity(mood)
  const list = new CertificateRevocationList()
  list.version = 1
  list.issuer = issuer.certificate.subject
  list.thisUpdate = new Time({ type: 0, value: from })
  list.nextUpdate = new Time({ type: 0, value: to })
  list.crlExtensions = new Extensions({
    extensions: [
      new Extension({ extnID: CRL_NUMBER, critical: false, extnValue: new Integer({ value: 1 }).toBER(false) }),
    ],
  })
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      userCertificate =>
        new RevokedCertificate({ userCertificate, revocationDate: new Time({ type: 0, value: from }) }),
    )
  await list.sign(issuer.privateKey as CryptoKey, 'SHA-256')
  return new Uint8Array(list.toSchema(true).toBER(false))
}

const GOOD = () => new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, lenBlock: { length: 1 } } as never)
const REVOKED = (at: Date) =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new GeneralizedTime({ valueDate: at })] })

/** An OCSPResponse in DER (RFC 6960, 4.2), signed by `responder`, which `question` need not know. */
export async function ocspAnswer(
  question: Uint8Array,
  responder: Authority,
  isRevoked: (serial: Integer) => boolean,
  mood: RevocationMood,
): Promise<Uint8Array> {
  const { from, to } = validity(mood)
  const asked = new OCSPRequest({ schema: fromBER(new Uint8Array(question).buffer).result })
  const basic = new BasicOCSPResponse()
  basic.tbsResponseData.responderID = responder.certificate.subject
  basic.tbsResponseData.producedAt = from
  basic.tbsResponseData.responses = asked.tbsRequest.requestList.map(
    ({ reqCert }) =>
      new SingleResponse({
        certID: reqCert,
        certStatus: isRevoked(reqCert.serialNumber) ? REVOKED(from) : GOOD(),
        thisUpdate: from,
        nextUpdate: to,
      }),
  )
  basic.certs = [responder.certificate]
  await basic.sign(responder.privateKey as CryptoKey, 'SHA-256')
  const response = new OCSPResponse({
    responseStatus: new Enumerated({ value: 0 }),
    responseBytes: new ResponseBytes({
      responseType: OCSP_BASIC,
      response: new OctetString({ valueHex: basic.toSchema().toBER(false) }),
    }),
  })
  return new Uint8Array(response.toSchema().toBER(false))
}
