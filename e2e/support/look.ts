import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './people.ts'

/** Both widths that people use: nothing hangs out, and a machine finds nothing to remark on. */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`), fullPage: true })
  }
}

/** Reflow at 360 CSS px (WCAG 1.4.10): tables may scroll within themselves, the page may not. */
export async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.screenshot({ path: test.info().outputPath('narrow.png'), fullPage: true })
  if (size) await page.setViewportSize(size)
}
