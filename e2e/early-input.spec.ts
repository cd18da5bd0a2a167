import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn } from './support/people.ts'

/** The page's scripts wait until they are let go, as on a slow network. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = (): void => {}
  const free = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route('**/_next/static/**/*.js', async route => {
    await free
    await route.continue()
  })
  return letGo
}

test('what is done before the page’s script has come is done when it comes', async ({ browser }) => {
  const page = await signIn(browser, 'MAS')
  let letGo = await holdScripts(page)
  await page.goto('/arshjul', { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Prenumerera i kalendern' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  letGo()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Skapa adress' })).toBeVisible()
  await expectAccessible(page)

  // A form of the page's own is neither lost nor sent by the browser, with its fields as the address.
  await page.unroute('**/_next/static/**/*.js')
  letGo = await holdScripts(page)
  await page.goto('/data/importera', { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Granska siffrorna' }).click()
  letGo()
  await expect(page.getByText('Välj en fil.')).toBeVisible()
  await expect(page).toHaveURL(/\/data\/importera$/)

  // The menu at the top opens when it is pressed.
  await page.unroute('**/_next/static/**/*.js')
  letGo = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('button', { name: /MAS/ }).click()
  letGo()
  await expect(page.getByRole('menuitem', { name: 'Logga ut' })).toBeVisible()

  // Who is writing does not notice.
  await page.unroute('**/_next/static/**/*.js')
  letGo = await holdScripts(page)
  await page.goto('/rapporter/ny', { waitUntil: 'commit' })
  await page.getByLabel('Titel').click()
  await page.keyboard.type('Delår')
  letGo()
  await page.keyboard.type('srapport om vården', { delay: 20 })
  await expect(page.getByLabel('Titel')).toHaveValue('Delårsrapport om vården')
  await page.getByLabel('Diarienummer').fill('VON/2024:18')
  await expect(page.getByLabel('Titel')).toHaveValue('Delårsrapport om vården')
})
