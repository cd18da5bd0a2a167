import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser, sessionCookie } from '../browser.ts'
import { makeLargeReport, makeReport, ORDINARY } from '../large-report.ts'
import { startServerProcess } from '../server-process.ts'
import { measurePreview, type PreviewFigures } from './measure-preview.ts'
import { measureQueue, type QueueFigures } from './measure-queue.ts'

const PORT = 3294

export interface ServerFigures {
  previewMs: { ordinary: PreviewFigures; large: PreviewFigures }
  queue: QueueFigures
}

/** What somebody in a browser waits for, at the server as `npm start` starts it. */
export async function measureServer(): Promise<ServerFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samskrift-bench-'))
  try {
    const server = await startServerProcess(PORT, dataDir)
    const browser = await launchBrowser()
    try {
      const { url } = server
      const cookies: [string, string] = [sessionCookie(dataDir, 'mas'), sessionCookie(dataDir, 'mar')]
      const [cookie] = cookies
      const large = await makeLargeReport(dataDir)
      const { reportId: ordinary } = await makeReport(dataDir, ORDINARY)
      const previewMs = {
        ordinary: await measurePreview(browser, { url, reportId: ordinary, cookie }, 3),
        large: await measurePreview(browser, { url, reportId: large.reportId, cookie }, 2),
      }
      const queue = await measureQueue(browser, { url, ...large, cookies })
      return { previewMs, queue }
    } finally {
      await browser.close()
      await server.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
