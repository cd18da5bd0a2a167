import { KeyUnavailableError } from '../../errors.ts'
import { type SigningCertificate, signingCertificate } from '../signing-certificate.ts'
import type { Pkcs11Settings } from './pkcs11-settings.ts'
import { runTool } from './run-tool.ts'
import { readTokenObjects, type TokenObject } from './token-objects.ts'

export interface TokenKey {
  /** CKA_ID in hex. */
  id: string
  certificate: SigningCertificate
}

/** A token of an organisation holds a handful; each is read by a call of its own. */
const MAX_CERTIFICATES = 20

const list = async (settings: Pkcs11Settings): Promise<TokenObject[]> =>
  readTokenObjects((await runTool(settings, { options: ['--list-objects'], login: true })).toString('utf8'))

function findKey(objects: TokenObject[], label: string): string {
  const keys = objects.filter(object => object.kind === 'private-key' && object.label === label)
  if (keys.length > 1) throw new KeyUnavailableError('several keys on the token have the label (SIGNING_PKCS11_KEY)')
  if (keys.length === 0) throw new KeyUnavailableError('the key is not on the token (SIGNING_PKCS11_KEY)')
  const [{ id } = { id: null }] = keys
  if (id === null) throw new KeyUnavailableError('the key has no ID that its certificate could be found by')
  return id
}

/**
 * Signs in to the token, and finds the key and the certificates.
 * @throws KeyUnavailableError, KeyRefusedError
 */
export async function readKey(settings: Pkcs11Settings): Promise<TokenKey> {
  const objects = await list(settings)
  const id = findKey(objects, settings.key)
  const ids = new Set(
    objects.flatMap(object => (object.kind === 'certificate' && object.id !== null ? [object.id] : [])),
  )
  if (!ids.has(id)) throw new KeyUnavailableError('the certificate of the key is not on the token')
  const certificates = new Map<string, Uint8Array>()
  for (const other of [id, ...[...ids].filter(found => found !== id)].slice(0, MAX_CERTIFICATES))
    certificates.set(
      other,
      await runTool(settings, { options: ['--read-object', '--type=cert', `--id=${other}`], login: false }),
    )
  const own = certificates.get(id) ?? new Uint8Array()
  return { id, certificate: signingCertificate(own, [...certificates.values()]) }
}
