import type { Browser, BrowserContext } from '@playwright/test'
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

async function openOnce(context: BrowserContext, url: string): Promise<{ readable: number; typable: number }> {
  const page = await context.newPage()
  await page.addInitScript(watchOpening)
  await page.goto(url, { waitUntil: 'commit' })
  const marks = await page
    .waitForFunction(() => {
      const found = (window as unknown as { openingMarks?: { readable?: number; typable?: number } }).openingMarks
      return found?.typable ? found : null
    })
    .then(handle => handle.jsonValue())
  await page.close()
  return { readable: marks?.readable ?? Number.NaN, typable: marks?.typable ?? Number.NaN }
}

const medians = (openings: { readable: number; typable: number }[]): OpenFigures => ({
  readableMs: median(openings.map(opening => opening.readable)),
  typableMs: median(openings.map(opening => opening.typable)),
})

/** Opens the report in browsers that have never seen the product, and again and again in one that has. */
export async function measureOpen(
  browser: Browser,
  url: string,
  reportId: string,
  cookie: string,
  rounds: number,
): Promise<{ firstVisit: OpenFigures; again: OpenFigures }> {
  const address = `${url}/rapporter/${reportId}`
  const first: { readable: number; typable: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const context = await contextOf(browser, url, cookie)
    first.push(await openOnce(context, address))
    await context.close()
  }
  const known = await contextOf(browser, url, cookie)
  await openOnce(known, address)
  const again: { readable: number; typable: number }[] = []
  for (let round = 0; round < rounds; round++) again.push(await openOnce(known, address))
  await known.close()
  return { firstVisit: medians(first), again: medians(again) }
}
