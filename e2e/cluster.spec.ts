import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startInstalledRedis } from '#server/process/testing/installed-redis.ts'
import { ClusterProcess } from './support/cluster-process.ts'
import { connect, type LiveClient, makeReport, write } from './support/live-report.ts'
import { freePort } from './support/server-process.ts'

const contains = (client: LiveClient, sectionId: string, text: string) =>
  expect.poll(() => client.doc.getXmlFragment(sectionId).toString()).toContain(text)

test('two nodes share a report and a sign-in, and Ctrl-C stops everything', async () => {
  test.setTimeout(300_000)
  // The launcher starts one of its own; here it is only made sure that it can.
  await (await startInstalledRedis()).stop()
  const port = await freePort()
  const cluster = await ClusterProcess.start(2, port)
  const { reportId, sectionId } = await makeReport(cluster.dataDir)
  const env = { ...process.env, SAMSKRIFT_DATA: cluster.dataDir, DEMO: '1', DATABASE_URL: '' }
  const cookie = execFileSync(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', 'session', '--user', 'mas'], {
    env,
    encoding: 'utf8',
  }).trim()

  const [a, b] = [connect(port, reportId, cookie), connect(port + 1, reportId, cookie)]
  await Promise.all([a.synced, b.synced])
  write(a, sectionId, 'Skrivet vid den första noden.')
  await contains(b, sectionId, 'Skrivet vid den första noden.')
  await a.saved()
  write(b, sectionId, 'Skrivet vid den andra.')
  await contains(a, sectionId, 'Skrivet vid den andra.')
  await b.saved()

  for (const node of [port, port + 1]) {
    const at = `http://localhost:${node}`
    expect(await (await fetch(`${at}/readyz`)).json()).toEqual({ ready: true })
    const metrics = await (await fetch(`${at}/metrics`)).text()
    expect(metrics).toContain('samskrift_bus_up 1')
    expect(metrics).toContain('samskrift_connections 1')
    // The same session, and the same people in the list, at both.
    const page = await (await fetch(`${at}/`, { headers: { cookie } })).text()
    expect(page).toContain('Livscykel')
  }

  a.close()
  b.close()
  const [postmaster = ''] = (await readFile(join(cluster.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  expect(await cluster.interrupt()).toBe(0)
  expect(() => process.kill(Number(postmaster), 0)).toThrow('ESRCH')
  for (const node of [port, port + 1]) await expect(fetch(`http://localhost:${node}/healthz`)).rejects.toThrow()
})
