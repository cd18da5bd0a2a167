import type { Browser } from '@playwright/test'
import { contextOf } from '../browser.ts'
import { median } from '../statistics.ts'

const BACK = 'about:blank'

/** Median ms from the click that leads to the preview to its first page drawn. */
export async function measurePreview(
  browser: Browser,
  place: { url: string; reportId: string; cookie: string },
  rounds: number,
): Promise<number> {
  const context = await contextOf(browser, place.url, place.cookie)
  const page = await context.newPage()
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now()
    await page.goto(`${place.url}/rapporter/${place.reportId}/forhandsvisning`, { waitUntil: 'commit' })
    await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 120_000 })
    times.push(performance.now() - begun)
    await page.goto(BACK)
  }
  await context.close()
  // The first one loads what the browser keeps.
  return Math.round(median(times.slice(1)))
}
