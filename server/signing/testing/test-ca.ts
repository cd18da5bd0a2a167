import type { webcrypto } from 'node:crypto'
import { CryptoKeySigner } from '@libpdf/core'
import type { Integer } from 'asn1js'
import type { CertificateAddresses, CertificateUsage } from '../certificates/certificate-extensions.ts'
import { type Authority, type CertificateName, derOf, makeCertificate } from '../certificates/make-certificate.ts'
import { type KeyKind, makeKeys } from '../certificates/make-keys.ts'
import type { TimestampService } from '../pades/signing-wish.ts'
import { makeP12 } from './make-p12.ts'
import { type PkiAnswer, pkiServer } from './pki-server.ts'
import type { PkiServices } from './pki-services.ts'
import { ocspAnswer, revocationList } from './revocation-answers.ts'
import { timeStampAnswer } from './time-stamp-answer.ts'

const DAY = 86_400_000
const ORGANISATION = 'Exempelköpings kommun'

export interface TestSignerWish {
  name?: string
  kind?: KeyKind
  notBefore?: Date
  notAfter?: Date
  /** Whether its certificate says where to ask if it is revoked. */
  revocation?: 'ocsp' | 'crl' | 'both' | 'none'
}

export interface TestSigner {
  /** DER. */
  certificate: Uint8Array
  /** DER, from the issuer to the root. */
  chain: Uint8Array[]
  privateKey: webcrypto.CryptoKey
  signer: CryptoKeySigner
  serial: Integer
  /** The key with its chain, the issuers before the signer's own where `issuersFirst`. */
  p12(password: string, options?: { issuersFirst?: boolean }): Promise<Uint8Array>
}

export interface TestCa {
  /** DER. */
  root: Uint8Array
  issuing: Uint8Array
  /** Where its services are. */
  url: string
  tsaUrl: string
  /** The time stamp service, with the root that it leads back to. */
  timestamps: TimestampService
  /** How its services behave; tests change it. */
  services: PkiServices
  signer(wish?: TestSignerWish): Promise<TestSigner>
  revoke(signer: Pick<TestSigner, 'serial'>): void
  close(): Promise<void>
}

const serialKey = (serial: Integer): string => Buffer.from(serial.valueBlock.valueHexView).toString('hex')

/**
 * A root, an issuing authority below it, a time stamp service, OCSP and revocation lists, all real, on a port of this
 * machine. The root's list tells about the issuing authority, the issuing one's and its OCSP about the rest.
 * @param host names the machine in the certificates: where only a proxy knows the way, "pki.invalid"
 */
export async function testCa({ host }: { host?: string } = {}): Promise<TestCa> {
  const services: PkiServices = { timestamps: 'works', ocsp: 'works', crl: 'works', asked: [] }
  const revoked = new Map<string, Integer>()
  const answers = new Map<string, PkiAnswer>()
  const server = await pkiServer(services, answers)
  const at = (path: string): string => (host ? `http://${host}` : server.url) + path

  const authority = async (
    commonName: string,
    usage: CertificateUsage,
    issuer: Authority | null,
    addresses: CertificateAddresses,
  ): Promise<Authority> => {
    const { publicKey, privateKey } = await makeKeys('ec')
    const subject: CertificateName = { country: 'SE', organisation: ORGANISATION, commonName }
    const validity = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 3650 * DAY) }
    const wish = { subject, publicKey, usage, addresses, ...validity }
    return { certificate: await makeCertificate(wish, issuer ?? { privateKey }), privateKey }
  }
  const below = { crl: at('/issuing.crl'), issuer: at('/issuing.crt') }
  const root = await authority('Provrot Å', 'authority', null, {})
  const issuing = await authority('Utfärdare Ö', 'authority', root, { crl: at('/root.crl'), issuer: at('/root.crt') })
  const responder = await authority('OCSP', 'ocsp', issuing, {})
  const tsa = await authority('Lokal tidsstämpel', 'timestamps', issuing, below)

  const garbage = new TextEncoder().encode('<html></html>')
  const isRevoked = (serial: Integer): boolean => revoked.has(serialKey(serial))
  answers
    .set('/tsa', body => timeStampAnswer(body, services.timestamps, tsa, [issuing]))
    .set('/ocsp', body =>
      services.ocsp === 'garbage' ? garbage : ocspAnswer(body, responder, isRevoked, services.ocsp),
    )
    .set('/root.crl', () => (services.crl === 'garbage' ? garbage : revocationList(root, [], services.crl)))
    .set('/issuing.crl', () =>
      services.crl === 'garbage' ? garbage : revocationList(issuing, [...revoked.values()], services.crl),
    )
    .set('/issuing.crt', () => derOf(issuing.certificate))
    .set('/root.crt', () => derOf(root.certificate))

  return {
    root: derOf(root.certificate),
    issuing: derOf(issuing.certificate),
    url: server.url,
    tsaUrl: at('/tsa'),
    timestamps: { url: at('/tsa'), trust: [derOf(root.certificate)] },
    services,
    async signer({ name = 'Åsa Öberg', kind = 'ec', notBefore, notAfter, revocation = 'both' } = {}) {
      const { publicKey, privateKey } = await makeKeys(kind)
      const certificate = await makeCertificate(
        {
          subject: { country: 'SE', organisation: ORGANISATION, commonName: name },
          publicKey,
          usage: 'signer',
          notBefore: notBefore ?? new Date(Date.now() - DAY),
          notAfter: notAfter ?? new Date(Date.now() + 730 * DAY),
          addresses: {
            issuer: at('/issuing.crt'),
            ...(revocation === 'ocsp' || revocation === 'both' ? { ocsp: at('/ocsp') } : {}),
            ...(revocation === 'crl' || revocation === 'both' ? { crl: at('/issuing.crl') } : {}),
          },
        },
        issuing,
      )
      const der = derOf(certificate)
      const chain = [derOf(issuing.certificate), derOf(root.certificate)]
      const [keyType, algorithm] = kind === 'rsa' ? (['RSA', 'RSASSA-PKCS1-v1_5'] as const) : (['EC', 'ECDSA'] as const)
      return {
        certificate: der,
        chain,
        privateKey,
        serial: certificate.serialNumber,
        signer: new CryptoKeySigner(privateKey as CryptoKey, der, keyType, algorithm, chain),
        p12: (password, { issuersFirst = false } = {}) => {
          const issuers = [issuing.certificate, root.certificate]
          return makeP12(privateKey, issuersFirst ? [...issuers, certificate] : [certificate, ...issuers], password)
        },
      }
    },
    revoke: ({ serial }) => void revoked.set(serialKey(serial), serial),
    close: server.close,
  }
}
