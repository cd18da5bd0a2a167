import type { Page } from '@playwright/test'
export async function look(page: Page, name: string): Promise<void> {
  if (!process.env.LOOK) return
  await page.screenshot({ path: `${process.env.LOOK}/${name}-wide.png`, fullPage: true })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: `${process.env.LOOK}/${name}-phone.png`, fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
}
