import { type Browser, expect, type Page, test } from '@playwright/test'
import { chooseByArrows, pressEnterAt, tabTo } from './support/keyboard.ts'
import { lockedReport } from './support/locked-report.ts'
import { look } from './support/look.ts'

/** The demo signs with a test key. */
const WHOLE = 'Filen är oförändrad, men underskrifterna gäller inte. Undertecknad på prov av 2 av 2.'
const TITLE = 'Tjänsteskrivelse utan mus'

/** On a phone nothing of the page is pushed sideways to be read, not even a table within it. */
async function expectNothingWide(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 900 })
  const wide = await page
    .locator('main *')
    .evaluateAll(
      all => all.filter(one => getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth).length,
    )
  expect(wide).toBe(0)
  if (size) await page.setViewportSize(size)
}

/** Fills the form in, removes a row by mistake and takes it back, and sends. */
async function send(page: Page, id: string): Promise<void> {
  await page.goto(`/rapporter/${id}/underskrift`)
  const row = (number: number) => page.getByRole('group', { name: `Underskrift ${number}` })
  await look(page, 'start')
  // Nobody, whoever was proposed.
  await tabTo(page, row(1).getByLabel('Person'))
  await page.keyboard.press('Home')
  await expect(row(1).getByLabel('Person')).toHaveValue('')
  await pressEnterAt(page, page.getByRole('button', { name: 'Skicka för underskrift' }))
  await expect(row(1).getByLabel('Person')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await chooseByArrows(page, row(1).getByLabel('Person'), /^Handläggare,/)
  await chooseByArrows(page, row(2).getByLabel('Person'), /^Förvaltningschef,/)

  await pressEnterAt(page, page.getByRole('button', { name: 'Ta bort underskrift 2' }))
  await expect(row(1).getByLabel('Skriver under som')).toBeFocused()
  await page.keyboard.press('F8')
  await pressEnterAt(page, page.getByRole('button', { name: 'Ångra' }))
  await expect(row(2).getByLabel('Skriver under som')).toBeFocused()
  await expect(row(2).getByLabel('Person')).toHaveValue(/./)

  const up = page.getByRole('button', { name: 'Flytta upp underskrift 2' })
  await pressEnterAt(page, up)
  await expect(page.getByText('Underskriften är nu nummer 1 av 2.')).toBeAttached()
  await expect(page.getByRole('button', { name: 'Flytta upp underskrift 1' })).toBeFocused()
  await pressEnterAt(page, page.getByRole('button', { name: 'Skicka för underskrift' }))
  await expect(page.getByRole('heading', { name: 'Underskrift av version 1' })).toBeFocused({ timeout: 60_000 })
  await look(page, 'round')
  await expectNothingWide(page)
}

/** Opens the file in a tab, signs in anew and signs. */
async function readAndSign(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: `Skriv under: ${TITLE}` })).toBeVisible()
  const tab = page.context().waitForEvent('page')
  await pressEnterAt(page, page.getByRole('link', { name: 'Öppna dokumentet i en ny flik' }))
  await (await tab).close()
  await look(page, 'sign')

  const no = page.getByRole('button', { name: 'Avböj' })
  await pressEnterAt(page, no)
  await expect(page.getByRole('dialog').getByLabel('Skäl')).toBeFocused()
  await look(page, 'refuse')
  await page.keyboard.press('Escape')
  await expect(no).toBeFocused()

  await pressEnterAt(page, page.getByRole('button', { name: 'Logga in igen' }))
  await expect(page.getByRole('button', { name: 'Skriv under' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Du har skrivit under.')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator(':focus')).toContainText('Du har skrivit under.')
  await expect(page.getByRole('heading', { level: 1, name: `Underskrift: ${TITLE}` })).toBeVisible()
  await look(page, 'signed')
}

/** Notes that it was sent; pressed once more, the same button notes nothing. */
async function noteDispatch(page: Page): Promise<void> {
  await tabTo(page, page.getByLabel('Mottagare'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Kommunstyrelsen\nRevisorerna')
  const note = page.getByRole('button', { name: 'Anteckna expedieringen' })
  await pressEnterAt(page, note)
  await expect(page.getByText('Antecknat.')).toBeVisible()
  await expect(note).toBeFocused()
  await expect(page.getByLabel('Mottagare')).toHaveValue('')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Skriv minst en mottagare, en per rad.')).toBeVisible()
  await expect(page.getByLabel('Mottagare')).toBeFocused()
  await expect(page.getByRole('row', { name: /Kommunstyrelsen.*Revisorerna/ })).toHaveCount(1)
  await look(page, 'dispatched')
  await expectNothingWide(page)
}

async function verify(browser: Browser, path: string): Promise<void> {
  const page = await (await browser.newContext()).newPage()
  // Waited for from the beginning: a dialog that opens before Playwright listens is lost.
  page.on('filechooser', chooser => void chooser.setFiles(path))
  await page.goto('/verifiera')
  await look(page, 'verify')
  await pressEnterAt(page, page.getByRole('button', { name: 'Kontrollera filen' }))
  const picker = page.getByLabel('PDF-fil att kontrollera')
  await expect(page.getByText('Välj en fil först.')).toBeVisible()
  await expect(picker).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(picker).toHaveValue(/./)
  await pressEnterAt(page, page.getByRole('button', { name: 'Kontrollera filen' }))
  await expect(page.getByText(WHOLE)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: /^Svar om / })).toBeFocused()
  await look(page, 'verified')
}

test('a round is sent, signed, noted as sent out and verified by keyboard alone', async ({ browser }) => {
  test.setTimeout(240_000)
  const { clerk, chief, id } = await lockedReport(browser, TITLE)
  await send(clerk, id)

  // The chief was moved to the first place.
  await chief.goto('/underskrifter')
  await look(chief, 'tasks')
  await expectNothingWide(chief)
  await pressEnterAt(chief, chief.getByRole('link', { name: `Granska ${TITLE}` }))
  await readAndSign(chief)
  await clerk.reload()
  await pressEnterAt(clerk, clerk.getByRole('link', { name: 'Granska och skriv under' }))
  await readAndSign(clerk)

  await pressEnterAt(clerk, clerk.getByRole('link', { name: 'Till rapportens underskrifter' }))
  const download = clerk.waitForEvent('download')
  await pressEnterAt(clerk, clerk.getByRole('link', { name: 'Hämta PDF med 2 underskrifter' }))
  const path = await (await download).path()
  await noteDispatch(clerk)
  await verify(browser, path)
})
