import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** DER certificates of a PEM file. @throws Error where it cannot be read, or holds no certificate */
export async function readPemFile(path: string): Promise<Uint8Array[]> {
  const blocks = (await readFile(path, 'latin1')).match(PEM)
  if (!blocks) throw new Error(`${path} holds no certificate in PEM`)
  return blocks.map(block => new X509Certificate(block).raw)
}

/**
 * Whom the verify page trusts: the roots of the organisation's own key, and those that the operator names.
 * @param keyRoots asked each time: a key that is made anew has a new root
 */
export async function trustedRoots(
  keyRoots: () => Promise<Uint8Array[]>,
  trustFile: string | undefined,
): Promise<() => Promise<Uint8Array[]>> {
  // Read at start: a file that is not there is told to whoever starts the server, not to who asks about a report.
  const named = trustFile === undefined ? [] : await readPemFile(trustFile)
  return async () => [...named, ...(await keyRoots())]
}
