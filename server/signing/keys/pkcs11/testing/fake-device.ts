import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Issued } from '../../testing/issue-certificate.ts'
import type { Pkcs11Settings } from '../pkcs11-settings.ts'

const PIN = 'kod-123456'

export interface FakeDevice {
  settings: Pkcs11Settings
  calls(): { asked: string[]; environment: string[] }[]
}

export interface DeviceWish {
  key: Issued
  /** Other certificates on the token. */
  beside?: Issued[]
  /** A return value of PKCS #11 that it answers a login with. */
  refuses?: string
  /** What happens when it is asked to sign: a return value, or one of these. */
  onSign?: 'hang' | 'die' | 'flood' | `CKR_${string}`
  /** The key that it signs with in truth. */
  signsWith?: Issued
  /** What it may be asked to sign the hash of, where the key is an EC one. */
  documents?: Uint8Array[]
}

const pem = ({ privateKey }: Issued) => privateKey.export({ type: 'pkcs8', format: 'pem' })
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A device behind a program that speaks as pkcs11-tool does, for the length of a test. */
export function fakeDevice({ key, beside = [], signsWith, documents = [], ...faults }: DeviceWish): FakeDevice {
  const folder = mkdtempSync(join(tmpdir(), 'samskrift-device-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'device.json')
  const objects = [
    { label: 'sigill', id: '01', key: pem(key), certificate: base64(key.certificate) },
    ...beside.map((other, index) => ({
      label: other.name,
      id: `0${index + 2}`,
      certificate: base64(other.certificate),
    })),
  ]
  const device = { token: 'Kommunens token', pin: PIN, objects, documents: documents.map(base64), ...faults }
  writeFileSync(file, JSON.stringify({ ...device, ...(signsWith && { signsWith: pem(signsWith) }) }))
  const program = fileURLToPath(new URL('./fake-tool.mjs', import.meta.url))
  return {
    settings: {
      module: join(folder, 'device.so'),
      token: device.token,
      key: 'sigill',
      pin: PIN,
      command: [process.execPath, program, file],
      timeoutMs: 15_000,
    },
    calls: () =>
      readFileSync(`${file}.calls`, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
  }
}
