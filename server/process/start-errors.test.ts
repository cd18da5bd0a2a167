import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, inject, test } from 'vitest'
import { startEmbeddedDatabase } from '#db/embedded.ts'

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs `npm start`'s own command until it ends by itself. */
function start(env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
      env: { ...process.env, DATABASE_URL: '', ...env },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', chunk => {
      stdout += chunk
    })
    child.stderr.on('data', chunk => {
      stderr += chunk
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, stdout, stderr }))
  })
}

const folders: string[] = []
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'samskrift-start-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(folders.splice(0).map(made => rm(made, { recursive: true, force: true })))
})

async function takePort(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}

async function freePort(): Promise<string> {
  const { server, port } = await takePort()
  await new Promise(resolve => server.close(resolve))
  return String(port)
}

function expectOneLine({ code, stdout, stderr }: Ended, says: RegExp): void {
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(says)
  expect(stdout).toBe('')
  expect(code).toBe(1)
}

test('a busy port', async () => {
  const { server, port } = await takePort()
  const ended = await start({ PORT: String(port), SAMSKRIFT_DATA: await folder() })
  server.close()
  expectOneLine(ended, new RegExp(`Port ${port} används redan.*PORT=${port + 1}`))
})

test('an unreachable database', async () => {
  const ended = await start({
    PORT: await freePort(),
    DATABASE_URL: `postgres://u:hemlig@127.0.0.1:${await freePort()}/x`,
  })
  expectOneLine(ended, /Databasen på 127\.0\.0\.1:\d+ svarar inte.*DATABASE_URL/)
  expect(ended.stderr).not.toContain('hemlig')
})

test('a wrong password', async () => {
  const url = Object.assign(new URL(inject('databaseUrl')), { password: 'fel-losenord' }).href
  const ended = await start({ PORT: await freePort(), DATABASE_URL: url })
  expectOneLine(ended, /nekar inloggning/)
  expect(ended.stderr).not.toContain('fel-losenord')
})

test('a data folder in use', async () => {
  const dataDir = await folder()
  const database = await startEmbeddedDatabase({ dataDir })
  const ended = await start({ PORT: await freePort(), SAMSKRIFT_DATA: dataDir })
  await database.stop()
  expectOneLine(ended, /används redan av en annan Samskrift.*SAMSKRIFT_DATA/)
})

test('a folder that cannot be written', async () => {
  const file = join(await folder(), 'file')
  await writeFile(file, '')
  const ended = await start({ PORT: await freePort(), SAMSKRIFT_DATA: join(file, 'data') })
  expectOneLine(ended, /går inte att skriva i datamappen.*SAMSKRIFT_DATA/)
})

test('a file of trusted roots that is not there', async () => {
  const roots = join(await folder(), 'none.pem')
  const ended = await start({ PORT: await freePort(), SAMSKRIFT_DATA: await folder(), SIGNING_TSA_TRUST: roots })
  expectOneLine(ended, /Filen som SIGNING_TSA_TRUST anger går inte att läsa/)
})

test('a setting that is none', async () => {
  expectOneLine(await start({ PORT: 'tretusen' }), /PORT har ett värde som inte går att använda/)
})
