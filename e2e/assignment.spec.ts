import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import type { ReportStructure } from '#editor/core/report-page.ts'
import { createReport, reportId } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

const PHONE = { width: 390, height: 844 }
const GOALS = 'Övergripande mål och strategier'
const SUMMARY = 'Sammanfattning'
const TITLE = 'Fördelad berättelse 2024'

async function onPhone(browser: Browser, name: string): Promise<Page> {
  const page = await signIn(browser, name)
  await page.setViewportSize(PHONE)
  return page
}

/** Nothing is wider than the screen. */
const expectNoSideways = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)

/** A goal of the year with its status, in last year's report. */
async function addGoal(page: Page): Promise<void> {
  const root = `/api/reports/${reportId(page)}`
  const structure: ReportStructure = await (await page.request.get(`${root}/structure`)).json()
  const sectionId = structure.sections.find(({ heading }) => heading === GOALS)?.id
  const made = await page.request.post(`${root}/units`, { data: { sectionId, kind: 'malstatus' } })
  const { id } = await made.json()
  for (const [key, value] of Object.entries({ omrade: 'Fall', mal: 'Färre fall', status: 'pagaende' })) {
    const put = await page.request.put(`${root}/values`, { data: { of: 'unit', id, key, value } })
    expect(put.status()).toBe(200)
  }
}

async function give(page: Page, heading: string, owner: string, deadline: string): Promise<void> {
  const place = section(page, heading).first()
  await place.scrollIntoViewIfNeeded()
  const select = place.getByRole('combobox', { name: /^Ansvarig/ })
  await select.selectOption({ label: owner })
  await expect(select.locator('option:checked')).toHaveText(owner)
  await place.getByLabel(/^Klart senast/).fill(deadline)
  await expect(place.getByLabel(/^Klart senast/)).toHaveValue(deadline)
}

test.describe('sections are given away', () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: 'serial' })
  let mas: Page
  let chief: Page
  let summary: Locator
  let goals: Locator

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Fördelad berättelse 2023')
    await addGoal(mas)
    await writeIn(mas, SUMMARY)
    await mas.keyboard.type('Så var det förra året.')
    await saved(mas)
    await mas.goto(`/rapporter/ny?fran=${reportId(mas)}&mall=patientsakerhetsberattelse`)
    await mas.getByLabel('Titel').fill(TITLE)
    await mas.getByRole('checkbox', { name: SUMMARY }).uncheck()
    await mas.getByRole('button', { name: 'Skapa rapport' }).click()
    await expect(mas.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
    await give(mas, GOALS, 'Rollen Bidragsgivare', '2031-02-01')
    await give(mas, SUMMARY, 'Enhetschef', '2024-02-01')
    await writeIn(mas, 'Inledning')
    await mas.keyboard.type('Bara för andra ögon.')
    await saved(mas)
    await expectAccessible(mas)
  })

  test('the contributor begins with what is theirs, late first, and opens it on a phone', async ({ browser }) => {
    chief = await onPhone(browser, 'Enhetschef')
    await expect(chief.getByRole('heading', { level: 1, name: 'Mina avsnitt' })).toBeVisible()
    const items = chief.locator('main li').filter({ hasText: TITLE })
    await expect(items).toHaveCount(2)
    await expect(items.first()).toContainText(SUMMARY)
    await expect(items.first()).toContainText('försenad')
    await expect(items.last()).toContainText(GOALS)
    await expectNoSideways(chief)
    await expectAccessible(chief)
    await items.first().click()
    await expect(chief.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
    summary = section(chief, SUMMARY)
    goals = section(chief, GOALS)
    await saved(chief)
    await expect(chief.locator('section[data-section]')).toHaveCount(2)
    await expect(chief.getByText('0 av 2 klara')).toBeVisible()
    // Neither in what is drawn nor in what the server sent for the page.
    const sent = await (await chief.request.get(chief.url())).text()
    expect(sent).not.toContain('Bara för andra ögon.')
    expect(sent).not.toContain('Egenkontroll')
    await expectNoSideways(chief)
    await expectAccessible(chief)
  })

  test('last year’s value and text are taken over, and can be undone', async () => {
    await expect(goals).toContainText('Förra gången: Pågående')
    const status = goals.getByLabel(/^Status/)
    await expect(status).toHaveValue('')
    await goals.getByRole('button', { name: /^Använd förra gångens värde i Status/ }).click()
    await expect(status).toHaveValue('pagaende')
    // The toolbar has an undo of its own, for the text.
    const message = chief.getByRole('listitem').filter({ hasText: 'Status har förra gångens värde' })
    await message.getByRole('button', { name: 'Ångra' }).first().click()
    await expect(status).toHaveValue('')
    await goals.getByRole('button', { name: /^Använd förra gångens värde i Status/ }).click()
    await expect(status).toHaveValue('pagaende')
    await expect(section(mas, GOALS).getByLabel(/^Status, mål 1/)).toHaveValue('pagaende')

    await summary.getByText('Förra gångens text (2023)').click()
    await expect(summary).toContainText('Så var det förra året.')
    await summary.getByRole('button', { name: /^Hämta texten från förra gången/ }).click()
    await expect(summary.locator('.ProseMirror')).toContainText('Så var det förra året.')
    await expect(summary.getByRole('button', { name: /^Hämta/ })).toHaveCount(0)
    await expect(section(mas, SUMMARY)).toContainText('Så var det förra året.')
    await saved(chief)
    await expectAccessible(chief)
  })

  test('what is written without contact is saved when it is back', async () => {
    await chief.context().setOffline(true)
    await expect(chief.locator('[role=status][data-state]')).toContainText('Offline')
    await writeIn(chief, SUMMARY)
    await chief.keyboard.type(' Och i år är det bättre.')
    await goals.getByLabel(/^Analys/).fill('Färre föll.')
    await goals.getByLabel(/^Analys/).blur()
    await expect(goals.getByRole('alert')).toBeVisible()
    await expectNoSideways(chief)
    await chief.context().setOffline(false)
    await saved(chief)
    await expect(goals.getByRole('alert')).toHaveCount(0)
    await expect(section(mas, SUMMARY)).toContainText('Så var det förra året. Och i år är det bättre.')
    await expect(section(mas, GOALS).getByLabel(/^Analys, mål 1/)).toHaveValue('Färre föll.')
  })

  test('the one who manages the report sees who is late, and why nobody is reminded by mail', async () => {
    await mas.getByRole('link', { name: 'Ett avsnitt är försenat: se vem som har det' }).click()
    const late = mas.getByRole('region', { name: 'Sena avsnitt' })
    await expect(late).toContainText('skulle ha varit klart 1 februari 2024. Ansvarig: Enhetschef.')
    await expect(late).toContainText('inte ställt in någon e-postserver')
    await expect(late.getByRole('button')).toHaveCount(0)
    await expectAccessible(mas)
    await mas.goBack()
    await expect(mas.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  })

  test('done is done: in the form, in the list and for the others', async () => {
    // On a phone messages lie over what is below, until they are closed or gone.
    const close = chief.getByRole('button', { name: 'Stäng' })
    while ((await close.count()) > 0) await close.first().click()
    await summary.getByRole('button', { name: /^Klar med/ }).click()
    await expect(chief.getByText('1 av 2 klara')).toBeVisible()
    await goals.getByRole('button', { name: /^Klar med/ }).click()
    await expect(chief.getByText('Allt är klart. Tack!')).toBeVisible()
    await expect(section(mas, SUMMARY).getByRole('combobox', { name: /^Status/ })).toHaveValue('done')
    await expect(mas.getByRole('link', { name: /är försenat/ })).toHaveCount(0)
    await chief.getByRole('link', { name: 'Mina avsnitt' }).last().click()
    const done = chief.locator('details').filter({ hasText: TITLE })
    await expect(done.locator('summary')).toHaveText(/avsnitt är klara$/)
    await expect(done.locator('li').filter({ hasText: TITLE })).toHaveCount(2)
    await expect(done.locator('li').first()).toBeHidden()
    await expectAccessible(chief)
  })

  test('a section that is given to somebody else leaves the form at once', async () => {
    await chief.getByText(/avsnitt är klara$/).click()
    await chief.locator('li').filter({ hasText: TITLE }).getByRole('link', { name: GOALS }).click()
    await expect(goals).toBeVisible()
    await saved(chief)
    await give(mas, GOALS, 'MAR', '2031-02-01')
    await expect(goals).toHaveCount(0)
    await expect(summary).toBeVisible()
  })
})
