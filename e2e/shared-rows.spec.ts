import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { ReportFiller } from './support/fill-report.ts'
import { expectAccessible, section, signIn } from './support/people.ts'

const KIND = 'kommunovergripande-kontrollmoment'
const HEADING = 'Kommunövergripande kontrollmoment'

/** A kontrollmoment of the plan that the page shows. @returns its id */
async function addControl(page: Page, risk: string): Promise<string> {
  const filler = new ReportFiller(page)
  const { sections } = await filler.structure()
  const id = await filler.addUnit(sections.find(({ key }) => key === KIND)?.id ?? '', KIND)
  await filler.setValue({ of: 'unit', id }, 'risk', risk)
  await filler.setValue({ of: 'unit', id }, 'kontrollmoment', `Kontroll av ${risk.toLowerCase()}`)
  return id
}

test('the styrelse’s kontrollmoment are offered where a nämnd’s plan lacks them, and taken over with one press', async ({
  browser,
}) => {
  const styrelse = await signIn(browser, 'Kommundirektör')
  await createReport(styrelse, 'Kommunens plan', 'Internkontrollplan', 'Kommunstyrelsen')
  await addControl(styrelse, 'Hot och våld')
  const late = await addControl(styrelse, 'Sekretess')

  // Who co-ordinates the nämnder may read the styrelse's plan before it is locked.
  const page = await signIn(browser, 'Samordnare')
  await createReport(page, 'Nämndens plan', 'Internkontrollplan')
  const place = section(page, HEADING).first()
  await place.scrollIntoViewIfNeeded()
  await expect(place.getByText('Kommunstyrelsen har 2 kontrollmoment för alla nämnder som saknas här.')).toBeVisible()
  await expectAccessible(page)
  await place.getByRole('button', { name: 'Hämta kontrollmoment från Kommunstyrelsen' }).focus()
  await page.keyboard.press('Enter')
  await expect(place.getByText('Kontroll av hot och våld')).toBeVisible()
  await expect(place.getByText('Kontroll av sekretess')).toBeVisible()
  await expect(place.getByText(/för alla nämnder som saknas/)).toHaveCount(0)
  await expect(place.getByRole('heading', { name: new RegExp(HEADING) })).toBeFocused()
  // They are the styrelse's: nobody rewrites them here.
  await expect(place.getByRole('textbox', { name: /Kontrollmoment/ })).toHaveCount(0)

  const change = { of: 'unit', id: late, key: 'risk', value: 'Röjd sekretess', correct: true }
  const id = new URL(styrelse.url()).pathname.split('/').at(-1)
  expect((await styrelse.request.put(`/api/reports/${id}/values`, { data: change })).status()).toBe(200)
  await page.reload()
  await place.scrollIntoViewIfNeeded()
  await expect(place.getByText('Kommunstyrelsen har ändrat 1 kontrollmoment som står här.')).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await place.scrollIntoViewIfNeeded()
  await place.getByRole('button', { name: 'Hämta kontrollmoment från Kommunstyrelsen' }).click()
  await expect(place.getByText('Röjd sekretess').first()).toBeVisible()
})
