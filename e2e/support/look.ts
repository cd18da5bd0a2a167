import { type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from './people.ts'

/** To paint a whole report takes longer than to look for violations in it. */
const asked = process.env.SAMSKRIFT_E2E_PICTURES === '1'

/** For the eyes of who asks for pictures. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  if (!asked) return
  const path = test.info().outputPath(`${name}.png`)
  await ('goto' in of ? of.screenshot({ path, fullPage: true }) : of.screenshot({ path }))
}

/** The page as people with a large and with a small window see it. */
export async function pictures(page: Page, name: string): Promise<void> {
  if (!asked) return
  const size = page.viewportSize()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await picture(page, `${name}-${width}`)
  }
  if (size) await page.setViewportSize(size)
}

/** Both widths that people use: nothing hangs out, and a machine finds nothing to remark on. */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await picture(page, `${name}-${width}`)
  }
}

/** Reflow at 360 CSS px (WCAG 1.4.10): tables may scroll within themselves, the page may not. */
export async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  await picture(page, 'narrow')
  if (size) await page.setViewportSize(size)
}
