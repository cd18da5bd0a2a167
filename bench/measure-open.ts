import type { Browser } from '@playwright/test'
import { contextOf } from './browser.ts'
import { median } from './statistics.ts'

export interface OpenFigures {
  /** Median ms from navigation to the report's text painted. */
  readableMs: number
  /** Median ms from navigation to the first section that takes keys. */
  typableMs: number
}

/** Runs in the page before its own scripts: notes when text is painted and when an editor takes keys. */
function watchOpening(): void {
  const marks: { readable?: number; typable?: number } = {}
  Object.assign(window, { openingMarks: marks })
  const look = (): void => {
    marks.readable ??= document.querySelector('.report-text p') ? performance.now() : undefined
    marks.typable ??= document.querySelector('.ProseMirror[contenteditable="true"]') ? performance.now() : undefined
    if (!marks.typable) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

export async function measureOpen(
  browser: Browser,
  url: string,
  reportId: string,
  cookie: string,
  rounds: number,
): Promise<OpenFigures> {
  const readable: number[] = []
  const typable: number[] = []
  for (let round = 0; round < rounds; round++) {
    const context = await contextOf(browser, url, cookie)
    const page = await context.newPage()
    await page.addInitScript(watchOpening)
    await page.goto(`${url}/rapporter/${reportId}`, { waitUntil: 'commit' })
    const marks = await page
      .waitForFunction(() => {
        const found = (window as unknown as { openingMarks?: { readable?: number; typable?: number } }).openingMarks
        return found?.typable ? found : null
      })
      .then(handle => handle.jsonValue())
    readable.push(marks?.readable ?? Number.NaN)
    typable.push(marks?.typable ?? Number.NaN)
    await context.close()
  }
  return { readableMs: median(readable), typableMs: median(typable) }
}
