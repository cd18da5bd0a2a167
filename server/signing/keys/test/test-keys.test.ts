import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { distinguishedName } from '../../certificates/distinguished-name.ts'
import { isIssuedBy, isRoot, readCertificate } from '../../certificates/read-certificate.ts'
import { KeyUnavailableError } from '../../errors.ts'
import { asa, orjan } from '../../testing/report-to-sign.ts'
import { testKeys } from './test-keys.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskrift-test-keys-'))
})
afterEach(() => rm(folder, { recursive: true }))

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('each signature has a certificate in the name of the person, from one authority that says it is a test', async () => {
  const keys = testKeys({ SAMSKRIFT_DATA: folder })
  const [root] = await keys.roots()
  if (!root) throw new Error('no root')
  expect(isRoot(root)).toBe(true)
  expect(distinguishedName(readCertificate(root).subject)).toBe('CN=TEST – gäller inte,O=TEST – Samskrift,C=SE')
  const seen = new Set<string>()
  for (const person of [asa, orjan, asa]) {
    const { signer } = await keys.open(person)
    expect(isIssuedBy(signer.certificate, root)).toBe(true)
    expect(signer.certificateChain).toEqual([root])
    expect(readCertificate(signer.certificate).subject.typesAndValues.at(-1)?.value.valueBlock.value).toBe(person.name)
    seen.add(hex(signer.certificate))
  }
  expect(seen.size).toBe(3)
  expect(keys.test).toBe(true)
})

test('the authority is kept, for nobody else to read', async () => {
  const [first] = await testKeys({ SAMSKRIFT_DATA: folder }).roots()
  const [again] = await testKeys({ SAMSKRIFT_DATA: folder }).roots()
  expect(again).toEqual(first)
  expect(await readdir(join(folder, 'signing'))).toEqual(['test-authority.json'])
  expect((await stat(join(folder, 'signing', 'test-authority.json'))).mode & 0o777).toBe(0o600)
})

test('processes that start at the same time take the same authority', async () => {
  const script = fileURLToPath(new URL('./testing/print-root.ts', import.meta.url))
  const roots = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = fork(script, [folder], { execArgv: ['--import', import.meta.resolve('tsx')] })
      const [root] = await once(child, 'message')
      return root as string
    }),
  )
  expect(new Set(roots).size).toBe(1)
  expect(roots[0]?.length).toBeGreaterThan(100)
  expect(await readdir(join(folder, 'signing'))).toEqual(['test-authority.json'])
}, 60_000)

test('a file that is damaged says that the key is not there, and is left for somebody to look at', async () => {
  const keys = testKeys({ SAMSKRIFT_DATA: folder })
  await keys.roots()
  await writeFile(join(folder, 'signing', 'test-authority.json'), '{')
  await expect(keys.open(asa)).rejects.toThrow(KeyUnavailableError)
  await expect(keys.roots()).rejects.toThrow(KeyUnavailableError)
})
