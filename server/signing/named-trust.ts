import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Env } from '../env.ts'

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** DER certificates of a PEM file. @throws Error where it cannot be read, or holds no certificate */
export async function readPemFile(path: string): Promise<Uint8Array[]> {
  const blocks = (await readFile(path, 'latin1')).match(PEM)
  if (!blocks) throw new Error(`${path} holds no certificate in PEM`)
  return blocks.map(block => new X509Certificate(block).raw)
}

/** Whom the operator trusts, beside the roots of the organisation's own key. DER. */
export interface NamedTrust {
  roots: Uint8Array[]
  /** For time stamps alone. */
  timestampRoots: Uint8Array[]
}

/** Read at start: a file that is not there is told to whoever starts the server, not to who asks about a report. */
export async function readNamedTrust({
  SIGNING_TRUST,
  SIGNING_TSA_TRUST,
}: Pick<Env, 'SIGNING_TRUST' | 'SIGNING_TSA_TRUST'>): Promise<NamedTrust> {
  const [roots, timestampRoots] = await Promise.all(
    [SIGNING_TRUST, SIGNING_TSA_TRUST].map(async path => (path === undefined ? [] : readPemFile(path))),
  )
  return { roots: roots ?? [], timestampRoots: timestampRoots ?? [] }
}
