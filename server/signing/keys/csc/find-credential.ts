import { CertificateExpiredError, KeyUnavailableError } from '../../errors.ts'
import { signingCertificate } from '../signing-certificate.ts'
import { requireKnownAuthorisation } from './authorisation.ts'
import { Budget } from './budget.ts'
import { type Credential, credentialAnswer, listAnswer } from './csc-answers.ts'
import type { CscClient } from './csc-client.ts'
import type { CscSettings } from './csc-settings.ts'
import type { RemoteKey } from './sign-remotely.ts'

/** A credential as the service describes it. */
export interface FoundCredential {
  key: RemoteKey
  described: Credential
}

/** @throws KeyUnavailableError */
export async function findCredential(client: CscClient, settings: CscSettings): Promise<FoundCredential> {
  const budget = new Budget(settings.totalMs)
  const credentialID = settings.credential ?? (await firstOf(client, budget))
  const wish = { credentialID, certificates: 'chain', certInfo: true, authInfo: true }
  const described = await client.post('credentials/info', wish, credentialAnswer, budget)
  const [own = new Uint8Array(), ...others] = described.cert.certificates.map(text => Buffer.from(text, 'base64'))
  const key = { credentialID, certificate: signingCertificate(own, others), algorithms: described.key.algo }
  return { key, described }
}

async function firstOf(client: CscClient, budget: Budget): Promise<string> {
  const { credentialIDs } = await client.post('credentials/list', { onlyValid: true }, listAnswer, budget)
  const [first] = credentialIDs
  if (first === undefined) throw new KeyUnavailableError('the signing service has no credential for us')
  return first
}

/** @throws CertificateExpiredError, KeyUnavailableError where the service says that it cannot sign */
export function requireUsable(described: Credential): void {
  const { key, cert } = described
  if (cert.status === 'expired') throw new CertificateExpiredError('the signing service says that it has expired')
  if (cert.status !== undefined && cert.status !== 'valid')
    throw new KeyUnavailableError(`the certificate of the credential is ${known(cert.status)}`)
  if (key.status !== 'enabled') throw new KeyUnavailableError('the credential is not enabled at the signing service')
  requireKnownAuthorisation(described)
}

const known = (status: string): string => (['revoked', 'suspended'].includes(status) ? status : 'not valid')
