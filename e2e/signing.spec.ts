import { readFile, writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { lockedReport } from './support/locked-report.ts'
import { expectNarrow } from './support/look.ts'
import { expectAccessible, section, signIn, writeIn } from './support/people.ts'

/** The demo signs with a test key. */
const WHOLE = 'Filen är oförändrad, men underskrifterna gäller inte. Undertecknad på prov av 2 av 2.'

async function startRound(page: Page, id: string, people: RegExp[]): Promise<void> {
  await page.goto(`/rapporter/${id}/underskrift`)
  for (const [index, name] of people.entries()) {
    const row = page.getByRole('group', { name: `Underskrift ${index + 1}` })
    const person = row.getByLabel('Person')
    const option = await person.getByRole('option', { name }).first().textContent()
    await person.selectOption({ label: option ?? '' })
  }
  await page.getByRole('button', { name: 'Skicka för underskrift' }).click()
  await expect(page.getByRole('heading', { name: 'Underskrift av version' })).toBeVisible({ timeout: 60_000 })
}

/** Both rows are filled in and say why; another person is a key away, and is then nobody's proposal. */
async function expectProposal(page: Page): Promise<void> {
  const personOf = (number: number) => page.getByRole('group', { name: `Underskrift ${number}` }).getByLabel('Person')
  const own = personOf(1)
  const chosen = own.locator('option:checked')
  await expect(chosen).toHaveText(/^Handläggare,/)
  await expect(own).toHaveAccessibleDescription('Förslag: ansvarar för rapporten. Går att ändra.')
  await expect(personOf(2).locator('option:checked')).toHaveText(/^Förvaltningschef,/)
  await own.press('ArrowDown')
  await expect(chosen).toHaveText(/^Samordnare,/)
  await expect(own).toHaveAccessibleDescription('')
  await own.press('ArrowUp')
  await expect(chosen).toHaveText(/^Handläggare,/)
}

async function openTask(page: Page, title: string): Promise<void> {
  await page.goto('/underskrifter')
  await page.getByRole('link', { name: `Granska ${title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Skriv under: ${title}` })).toBeVisible()
}

/** Opens the file, as a link does, signs in anew and signs. */
async function readAndSign(page: Page, title: string): Promise<void> {
  await openTask(page, title)
  const file = await page.getByRole('link', { name: 'Öppna dokumentet i en ny flik' }).getAttribute('href')
  expect((await page.request.get(file ?? '')).headers()['content-type']).toBe('application/pdf')
  await page.getByRole('button', { name: 'Logga in igen' }).click()
  await expect(page.getByText('Du är nyss inloggad')).toBeVisible()
  await page.getByRole('button', { name: 'Skriv under' }).click()
  await expect(page.getByText('Du har skrivit under.')).toBeVisible({ timeout: 60_000 })
}

test('locked, signed by two, and found true by anybody; an altered copy is not', async ({ browser }) => {
  const title = 'Tjänsteskrivelse om personuppgiftsincidenthantering'
  const { clerk, chief, id } = await lockedReport(browser, title)
  await clerk.goto(`/rapporter/${id}/underskrift`)
  await expect(clerk.getByRole('heading', { name: 'Skicka för underskrift' })).toBeVisible()
  await expectAccessible(clerk)
  await expectProposal(clerk)
  await startRound(clerk, id, [])
  await expectAccessible(clerk)
  await expectNarrow(clerk)
  await openTask(clerk, title)
  await expectAccessible(clerk)
  await readAndSign(clerk, title)
  await readAndSign(chief, title)

  await clerk.goto(`/rapporter/${id}/underskrift`)
  // The document, and each of the two.
  await expect(clerk.getByText('Undertecknad', { exact: true })).toHaveCount(3)
  const downloading = clerk.waitForEvent('download')
  await clerk.getByRole('link', { name: 'Hämta PDF med 2 underskrifter' }).click()
  const path = await (await downloading).path()

  const anybody = await (await browser.newContext()).newPage()
  const code = (await clerk.getByText(/^Kontrollkod: /).textContent())?.replace('Kontrollkod: ', '') ?? ''
  await anybody.goto(`/verifiera/${code}`)
  await anybody.getByLabel('PDF-fil att kontrollera').setInputFiles(path)
  await anybody.getByRole('button', { name: 'Kontrollera filen' }).click()
  await expect(anybody.getByText(WHOLE)).toBeVisible({ timeout: 30_000 })

  const altered = Buffer.from(await readFile(path))
  altered[2000] = (altered[2000] ?? 0) ^ 1
  const bad = test.info().outputPath('altered.pdf')
  await writeFile(bad, altered)
  await anybody.goto(`/verifiera/${code}`)
  await anybody.getByLabel('PDF-fil att kontrollera').setInputFiles(bad)
  await anybody.getByRole('button', { name: 'Kontrollera filen' }).click()
  await expect(anybody.getByText('Filen är inte den som utfärdades med den här koden.')).toBeVisible({
    timeout: 30_000,
  })
  await expect(anybody.getByText(WHOLE)).toHaveCount(0)

  // Expediering, noted once.
  await clerk.goto(`/rapporter/${id}/underskrift`)
  await clerk.getByLabel('Mottagare').fill('Kommunstyrelsen\nRevisorerna')
  await clerk.getByRole('button', { name: 'Anteckna expedieringen' }).click()
  await expect(clerk.getByText('Antecknat.')).toBeVisible()
  await expect(clerk.getByRole('cell', { name: /Kommunstyrelsen.*Revisorerna/ })).toBeVisible()
  await expectNarrow(clerk)
})

test('who refuses sends the report back: it can be written in at once, as its next version', async ({ browser }) => {
  const title = 'Tjänsteskrivelse att avböja'
  const { clerk, chief, id } = await lockedReport(browser, title)
  await startRound(clerk, id, [/^Förvaltningschef,/, /^Ordförande,/])
  await clerk.goto(`/rapporter/${id}`)
  await expect(clerk.getByText(/^Rapporten låstes/)).toBeVisible()

  await openTask(chief, title)
  await chief.getByRole('button', { name: 'Avböj' }).click()
  const dialog = chief.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Avböj' }).click()
  await expect(dialog.getByText('Skriv varför.')).toBeVisible()
  await dialog.getByLabel('Skäl').fill('Beloppet i ärendet är fel.')
  await dialog.getByRole('button', { name: 'Avböj' }).click()
  await expect(chief.locator(':focus')).toContainText('Du har avböjt.')
  const chair = await signIn(browser, 'Ordförande')
  await chair.goto(chief.url())
  await expect(chair.getByText('Någon har avböjt, så underskriften är avslutad.')).toBeVisible()
  await expect(chair.getByText('Beloppet i ärendet är fel.')).toBeVisible()
  await expectAccessible(chair)

  // The clerk's page was open all the time.
  await expect(clerk.getByText(/^Rapporten låstes/)).toHaveCount(0)
  const text = await writeIn(clerk, 'Ärendet')
  await clerk.keyboard.type(' Beloppet är rättat.')
  await expect(clerk.getByRole('status').filter({ hasText: /^Sparat$/ })).toBeVisible()
  await clerk.reload()
  await expect(section(clerk, 'Ärendet').first()).toContainText('Beloppet är rättat.')
  await expect(text).toBeVisible()
  await clerk.goto(`/rapporter/${id}/underskrift`)
  await expect(clerk.getByText('Version 2, inte låst')).toBeVisible()
  await expect(clerk.getByText('Beloppet i ärendet är fel.').first()).toBeVisible()
})

test('a signature whose answer is lost: the page says that it does not know, and knows when it is loaded again', async ({
  browser,
}) => {
  const title = 'Tjänsteskrivelse vars svar försvinner'
  const { clerk, chief, id } = await lockedReport(browser, title)
  await startRound(clerk, id, [])
  await openTask(clerk, title)
  const file = await clerk.getByRole('link', { name: 'Öppna dokumentet i en ny flik' }).getAttribute('href')
  expect((await clerk.request.get(file ?? '')).status()).toBe(200)
  await clerk.getByRole('button', { name: 'Logga in igen' }).click()
  await expect(clerk.getByText('Du är nyss inloggad')).toBeVisible()
  await clerk.route('**/underskrifter/**', async route => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await clerk.getByRole('button', { name: 'Skriv under' }).click()
  await expect(clerk.getByText('Kontakten med servern bröts innan svaret kom.')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(clerk)
  await clerk.unrouteAll()
  await clerk.reload()
  await expect(clerk.getByText('Du har skrivit under.')).toBeVisible()
  await clerk.context().close()
  await chief.context().close()
})
