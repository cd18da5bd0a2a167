import { randomUUID, webcrypto } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Authority, derOf, makeCertificate } from '../../certificates/make-certificate.ts'
import { makeKeys } from '../../certificates/make-keys.ts'
import { readCertificate } from '../../certificates/read-certificate.ts'
import { KeyUnavailableError } from '../../errors.ts'

export const TEST_ORGANISATION = 'TEST – Samskrift'
const YEARS = 10

/** Base64 of DER: the certificate, and the key as PKCS #8. */
const kept = z.object({ certificate: z.base64(), privateKey: z.base64() })

async function newAuthority(): Promise<z.infer<typeof kept>> {
  const { publicKey, privateKey } = await makeKeys('ec')
  const notBefore = new Date()
  const notAfter = new Date(notBefore)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS)
  const subject = { country: 'SE', organisation: TEST_ORGANISATION, commonName: 'TEST – gäller inte' }
  const certificate = await makeCertificate(
    { subject, publicKey, usage: 'authority', notBefore, notAfter },
    { privateKey },
  )
  return {
    certificate: Buffer.from(derOf(certificate)).toString('base64'),
    privateKey: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)).toString('base64'),
  }
}

/** Whole or not at all, and once: of two processes that start together, both take what the faster one made. */
async function keep(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.${randomUUID()}`)
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(JSON.stringify(await newAuthority()))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/**
 * The authority of test keys in the data folder, made (0600) the first time it is asked for.
 * @throws KeyUnavailableError when its file cannot be read
 */
export async function testAuthority(dataDir: string): Promise<Authority> {
  const folder = join(dataDir, 'signing')
  const file = join(folder, 'test-authority.json')
  try {
    const text = await readFile(file, 'utf8').catch(async error => {
      if (!isMissing(error)) throw error
      await keep(folder, file)
      return readFile(file, 'utf8')
    })
    const { certificate, privateKey } = kept.parse(JSON.parse(text))
    return {
      certificate: readCertificate(Buffer.from(certificate, 'base64')),
      privateKey: await webcrypto.subtle.importKey(
        'pkcs8',
        Buffer.from(privateKey, 'base64'),
        { name: 'ECDSA', namedCurve: 'P-256' },
        false,
        ['sign'],
      ),
    }
  } catch (error) {
    throw new KeyUnavailableError(`the test authority in ${file} cannot be used`, { cause: error })
  }
}
