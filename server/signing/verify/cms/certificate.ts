import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { type BitString, fromBER } from 'asn1js'
import { type BasicConstraints, Certificate as CertificateSyntax, type ExtKeyUsage } from 'pkijs'
import { distinguishedName } from '../../certificates/distinguished-name.ts'

const OID = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15', purposes: '2.5.29.37' }

/** Critical extensions that are looked at here, or that say nothing where no policy is asked for (RFC 5280, 4.2). */
const UNDERSTOOD = new Set([OID.basicConstraints, OID.keyUsage, OID.purposes, '2.5.29.32', '2.5.29.17'])

/** Bits of the key usage from the left (RFC 5280, 4.2.1.3). */
const USAGE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 }

/** An X.509 certificate, with the questions that a verification asks of it. */
export class Certificate {
  readonly subject: string
  readonly issuer: string
  /** Lower-case hex. */
  readonly serial: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: KeyObject
  readonly syntax: CertificateSyntax
  private readonly x509: X509Certificate
  private readonly issuers = new WeakMap<Certificate, boolean>()

  /** @throws Error where the bytes are no certificate */
  constructor(readonly der: Uint8Array) {
    this.x509 = new X509Certificate(der)
    this.syntax = new CertificateSyntax({ schema: fromBER(Uint8Array.from(der).buffer).result })
    this.publicKey = this.x509.publicKey
    this.subject = distinguishedName(this.syntax.subject)
    this.issuer = distinguishedName(this.syntax.issuer)
    this.serial = Buffer.from(this.syntax.serialNumber.valueBlock.valueHexView).toString('hex')
    this.notBefore = this.syntax.notBefore.value
    this.notAfter = this.syntax.notAfter.value
  }

  equals(other: Certificate): boolean {
    return Buffer.compare(this.der, other.der) === 0
  }

  /** Whether the issuer's key signed this, and its name is the one that this gives. */
  isIssuedBy(issuer: Certificate): boolean {
    const known = this.issuers.get(issuer)
    if (known !== undefined) return known
    const isIssuer = namesEqual(this.syntax.issuer, issuer.syntax.subject) && this.isSignedBy(issuer)
    this.issuers.set(issuer, isIssuer)
    return isIssuer
  }

  private isSignedBy(issuer: Certificate): boolean {
    try {
      return this.x509.verify(issuer.publicKey)
    } catch {
      return false
    }
  }

  isSelfIssued(): boolean {
    return namesEqual(this.syntax.issuer, this.syntax.subject)
  }

  isValidAt(at: Date): boolean {
    return this.notBefore <= at && at <= this.notAfter
  }

  /** Everything critical in it is something that is looked at here. */
  isUnderstood(): boolean {
    return (this.syntax.extensions ?? []).every(({ extnID, critical }) => !critical || UNDERSTOOD.has(extnID))
  }

  /** How many authorities may stand below this one; null where it is none. */
  pathLength(): number | null {
    const constraints = this.extension<BasicConstraints>(OID.basicConstraints)
    if (!constraints?.cA) return null
    const { pathLenConstraint } = constraints
    return typeof pathLenConstraint === 'number' ? pathLenConstraint : Number.POSITIVE_INFINITY
  }

  /** True also where the certificate says nothing of its usage. */
  mayBeUsedFor(...usages: (keyof typeof USAGE)[]): boolean {
    const bits = this.extension<BitString>(OID.keyUsage)?.valueBlock.valueHexView
    if (!bits) return true
    return usages.some(usage => ((bits[USAGE[usage] >> 3] ?? 0) >> (7 - (USAGE[usage] & 7))) & 1)
  }

  /** OIDs of the extended key usage; null where there is none. */
  purposes(): { oids: string[]; critical: boolean } | null {
    const found = this.syntax.extensions?.find(({ extnID }) => extnID === OID.purposes)
    const usage = this.extension<ExtKeyUsage>(OID.purposes)
    return found && usage ? { oids: usage.keyPurposes, critical: found.critical } : null
  }

  private extension<T>(oid: string): T | undefined {
    return this.syntax.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue as T | undefined
  }
}

type Name = CertificateSyntax['subject']

/** Byte for byte, as RFC 5280, 4.1.2.4 lets authorities write them. */
const namesEqual = (a: Name, b: Name): boolean =>
  Buffer.compare(Buffer.from(a.toSchema().toBER(false)), Buffer.from(b.toSchema().toBER(false))) === 0

/** By the hash of their bytes: a file of many signatures brings the same few along again and again. */
const read = new Map<string, Certificate>()
const MOST_READ = 500

/** @returns null for what is no certificate; the same object for the same bytes, as long as it is remembered */
export function readCertificate(der: Uint8Array): Certificate | null {
  const key = createHash('sha256').update(der).digest('base64')
  const known = read.get(key)
  if (known) return known
  try {
    const certificate = new Certificate(Uint8Array.from(der))
    if (read.size >= MOST_READ) read.clear()
    read.set(key, certificate)
    return certificate
  } catch {
    return null
  }
}
