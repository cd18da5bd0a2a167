import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { connect, makeReport, write } from './support/live-report.ts'
import { ServerProcess } from './support/server-process.ts'

test('what was shown as saved survives kill -9, and SIGTERM stops everything', async () => {
  test.setTimeout(180_000)
  const server = await ServerProcess.create()
  await server.start()
  expect(server.stdout).toBe(`Samskrift: ${server.url}\n`)

  const { reportId, sectionId } = await makeReport(server.dataDir)
  const cookie = (await server.cli('session', '--user', 'mas')).trim()
  const writer = connect(server.port, reportId, cookie)
  await writer.synced
  write(writer, sectionId, 'Skrivet precis före strömavbrottet.')
  await writer.saved()
  await server.end('SIGKILL')
  writer.close()

  await server.start()
  const reader = connect(server.port, reportId, cookie)
  await reader.synced
  expect(reader.doc.getXmlFragment(sectionId).toString()).toContain('Skrivet precis före strömavbrottet.')
  reader.close()
  expect(JSON.parse(await server.cli('reports', '--json'))).toMatchObject([{ title: 'Livscykel' }])

  const [postmaster = ''] = (await readFile(join(server.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  expect(await server.end('SIGTERM')).toBe(0)
  expect(() => process.kill(Number(postmaster), 0)).toThrow('ESRCH')
})

test('Ctrl-C stops everything too, and the command line works without a server', async () => {
  const server = await ServerProcess.create()
  await server.start()
  expect(await server.end('SIGINT')).toBe(0)
  expect(await server.cli('reports')).toBe('Det finns inga rapporter.\n')
  expect(await server.cli('--help')).toContain('Användning:')
})
