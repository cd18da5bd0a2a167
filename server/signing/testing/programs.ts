import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether this machine has the program. What it says is beside what our own checks say, never instead. */
export const hasProgram = (name: 'openssl' | 'pdfsig' | 'qpdf'): boolean =>
  spawnSync(name, [name === 'openssl' ? 'version' : name === 'pdfsig' ? '-v' : '--version']).error === undefined

export const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`

export interface Said {
  /** Exit status. */
  status: number
  output: string
}

/**
 * Runs a program on files of its own, which are gone afterwards. It does not block: our servers answer it.
 * @param files content by name; the arguments `{name}` become their paths
 */
export async function run(program: string, args: string[], files: Record<string, Uint8Array | string>): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'samskrift-signing-'))
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
    const paths = args.map(arg => arg.replace(/^\{(.+)\}$/, (_, name: string) => join(folder, name)))
    return await new Promise(resolve => {
      execFile(program, paths, { cwd: folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) || 1 : 0, output: stdout + stderr }),
      )
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
