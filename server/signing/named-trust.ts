import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Env, EnvError } from '../env.ts'

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

type TrustSettings = Pick<Env, 'SIGNING_TRUST' | 'SIGNING_TSA_TRUST'>

/** Whom the operator trusts, beside the roots of the organisation's own key. DER. */
export interface NamedTrust {
  roots: Uint8Array[]
  /** For time stamps alone. */
  timestampRoots: Uint8Array[]
}

async function readRoots(env: TrustSettings, variable: keyof TrustSettings): Promise<Uint8Array[]> {
  const path = env[variable]
  if (path === undefined) return []
  const text = await readFile(path, 'latin1').catch(cause => {
    throw new EnvError(variable, 'unreadable', { cause })
  })
  try {
    const roots = (text.match(PEM) ?? []).map(block => new X509Certificate(block).raw)
    if (roots.length) return roots
  } catch (cause) {
    throw new EnvError(variable, 'no-certificate', { cause })
  }
  throw new EnvError(variable, 'no-certificate')
}

/**
 * Read at start: a file that is not there is told to whoever starts the server, not to who asks about a report.
 * @throws EnvError for a file that cannot be read, or has no certificates in PEM
 */
export async function readNamedTrust(env: TrustSettings): Promise<NamedTrust> {
  const [roots, timestampRoots] = await Promise.all([
    readRoots(env, 'SIGNING_TRUST'),
    readRoots(env, 'SIGNING_TSA_TRUST'),
  ])
  return { roots, timestampRoots }
}
