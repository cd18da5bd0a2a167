import { expect, test } from '@playwright/test'
import { axeViolations } from './support/axe.ts'

test('what cannot be seen or is not named is found, also in what changes afterwards', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="sv"><title>Prov</title><main><h1>Prov</h1>
    <img src="data:," /><p style="color: #aaa; background: #fff">Blek text</p></main></html>`)
  expect(await axeViolations(page)).toEqual(['color-contrast: p', 'image-alt: img'])
  await page.evaluate(() => {
    document.querySelector('img')?.setAttribute('alt', '')
    document.querySelector('p')?.setAttribute('style', '')
  })
  expect(await axeViolations(page)).toEqual([])
})

test('a page in frames is refused: what is in them is not looked at', async ({ page }) => {
  await page.setContent('<iframe srcdoc="<p>Inuti</p>"></iframe>')
  await expect(axeViolations(page)).rejects.toThrow('axe does not look into frames')
})
