import type { Browser } from '@playwright/test'
import { contextOf } from '../browser.ts'
import { median } from '../statistics.ts'

const BACK = 'about:blank'

/** From the click that leads to the preview, medians, ms. */
export interface PreviewFigures {
  /** The first page is drawn, as it will be in the file. */
  firstPage: number
  /** The file is there, and every page in it can be looked at. */
  allPages: number
}

export async function measurePreview(
  browser: Browser,
  place: { url: string; reportId: string; cookie: string },
  rounds: number,
): Promise<PreviewFigures> {
  const context = await contextOf(browser, place.url, place.cookie)
  const page = await context.newPage()
  const times: PreviewFigures[] = []
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now()
    const since = () => performance.now() - begun
    await page.goto(`${place.url}/rapporter/${place.reportId}/forhandsvisning`, { waitUntil: 'commit' })
    await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 120_000 })
    const firstPage = since()
    await page.locator('a[download]').waitFor({ timeout: 120_000 })
    times.push({ firstPage, allPages: since() })
    await page.goto(BACK)
  }
  await context.close()
  // The first one loads what the browser keeps.
  const middle = (key: keyof PreviewFigures) => Math.round(median(times.slice(1).map(time => time[key])))
  return { firstPage: middle('firstPage'), allPages: middle('allPages') }
}
