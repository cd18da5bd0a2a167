import { expect, type Locator, type Page, test } from '@playwright/test'
import type { ReportStructure } from '#editor/core/report-page.ts'
import { createReport, reportId } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

const NBSP = '\u00a0'
const FIGURES = 'Stärka analys, lärande och utveckling'
const PLAN = 'Mål, strategier och utmaningar för kommande år'

async function at(page: Page, name: string): Promise<Locator> {
  const found = section(page, name).first()
  await found.scrollIntoViewIfNeeded()
  return found
}

/** A row of Senior alert, for an area that comes as the n:th. */
const figures = (page: Page, name: string, n: number): Locator =>
  section(page, FIGURES).locator('.data-block').locator('tr', { hasText: name }).nth(n).locator('td')

test.describe
  .serial('next year’s report, from the real figures of one year', () => {
    let mas: Page
    let source: string
    /** What the report for 2023 shows as its results; other tests may have corrected the register. */
    let shown: string[]

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
    })
    test.afterAll(() => mas.context().close())

    test('the report for 2023: text, a table of Senior alert, an open åtgärd', async () => {
      await createReport(mas, 'Flens berättelse 2023')
      source = reportId(mas)
      await writeIn(mas, 'Sammanfattning')
      await mas.keyboard.type('Under 2023 blev fler risker bedömda än föregående år, se SOSFS 2011:9.')
      await writeIn(mas, FIGURES)
      await mas.getByRole('button', { name: 'Indikatortabell' }).click()
      const dialog = mas.getByRole('dialog')
      await dialog.getByLabel('Källa').selectOption({ label: 'Senior alert' })
      await dialog.getByRole('button', { name: 'Välj alla' }).click()
      await dialog.getByRole('button', { name: 'Infoga tabellen' }).click()
      await saved(mas)
      const results = [figures(mas, 'Utförd åtgärd vid risk', 1).nth(0), figures(mas, 'Åtgärdsplan vid risk', 0).nth(0)]
      for (const result of results) await expect(result).toHaveText(new RegExp(`^\\d+${NBSP}%$`))
      shown = await Promise.all(results.map(async result => (await result.textContent()) ?? ''))
      const request = mas.request
      const structure: ReportStructure = await (await request.get(`/api/reports/${source}/structure`)).json()
      const listed = structure.sections.find(one => one.key === 'mal-strategier-och-utmaningar-for-kommande-ar')
      const made = await request.post(`/api/reports/${source}/units`, {
        data: { sectionId: listed?.id, kind: 'handlingsplan' },
      })
      const { id } = await made.json()
      const values = { atgard: 'Utbilda i munhälsa', ansvarig: 'MAS', klart: '2024-05-31', status: 'pagaende' }
      for (const [key, value] of Object.entries(values))
        expect(
          (await request.put(`/api/reports/${source}/values`, { data: { of: 'unit', id, key, value } })).status(),
        ).toBe(200)
    })

    test('the one for 2024 is made from it, with the keyboard', async () => {
      await mas.getByRole('link', { name: 'Ny rapport utifrån den här' }).press('Enter')
      await expect(mas.getByRole('heading', { level: 1, name: 'Ny rapport' })).toBeVisible()
      await expect(mas.getByLabel('Utgå från')).toHaveValue(source)
      await expect(mas.getByLabel('År', { exact: true })).toHaveValue('2024')
      await expect(mas.getByLabel('Titel')).toHaveValue('Patientsäkerhetsberättelse 2024')
      await expect(mas.getByRole('checkbox', { name: 'Sammanfattning' })).toBeChecked()
      await expectAccessible(mas)
      await mas.getByRole('button', { name: 'Skapa rapport' }).press('Enter')
      await expect(mas.getByRole('heading', { level: 1, name: 'Patientsäkerhetsberättelse 2024' })).toBeVisible()
      await expect(mas.getByRole('link', { name: 'Flens berättelse 2023' })).toHaveAttribute(
        'href',
        `/rapporter/${source}`,
      )
    })

    test('last year’s result is the comparison column by itself', async () => {
      await at(mas, FIGURES)
      await expect(section(mas, FIGURES).locator('.data-block th', { hasText: 'Resultat 2024' })).toBeVisible()
      // There are no figures for 2024 yet.
      const cells = figures(mas, 'Utförd åtgärd vid risk', 1)
      await expect(cells.nth(2)).toHaveText(shown[0] ?? '')
      await expect(cells.nth(0)).not.toContainText('%')
      await expect(figures(mas, 'Åtgärdsplan vid risk', 0).nth(2)).toHaveText(shown[1] ?? '')
    })

    test('carried text says so, its stale years are named, and somebody confirms it', async () => {
      const summary = await at(mas, 'Sammanfattning')
      await expect(summary).toContainText('Under 2023 blev fler risker bedömda')
      await expect(summary).toContainText('Texten kommer från 2023. Gå igenom den.')
      await expectAccessible(mas)
      await mas.getByRole('button', { name: 'Kontrollera', exact: true }).click()
      const panel = mas.getByRole('complementary', { name: 'Kontroll av rapporten' })
      await expect(panel).toContainText('nämner ”2023”')
      await expect(panel).toContainText('nämner ”föregående år”')
      await expect(panel).not.toContainText('nämner ”2011”')
      await expect(panel).toContainText('Åtgärden ”Utbilda i munhälsa”')

      await summary.getByRole('button', { name: /^Den stämmer/ }).click()
      await expect(summary.getByText('Texten kommer från 2023')).toHaveCount(0)
      await (await at(mas, PLAN)).getByRole('button', { name: /^Fortfarande pågående/ }).click()
      await expect(section(mas, PLAN).getByText('Hur långt har den kommit?')).toHaveCount(0)
      await panel.getByRole('button', { name: 'Kontrollera igen' }).click()
      await expect(panel).not.toContainText('nämner ”2023”')
      await expect(panel).not.toContainText('Utbilda i munhälsa')
    })

    test('its tjänsteskrivelse proposes the decision in words', async () => {
      await mas.goto(`/rapporter/ny?fran=${source}&mall=tjansteskrivelse`)
      await expect(mas.getByLabel('Diarienummer')).toHaveValue('VON/2024:18')
      await expect(mas.getByRole('checkbox')).toHaveCount(0)
      await mas.getByRole('button', { name: 'Skapa rapport' }).click()
      await expect(
        mas.getByRole('heading', { level: 1, name: 'Tjänsteskrivelse: Flens berättelse 2023' }),
      ).toBeVisible()
      const proposal = await at(mas, 'Förslag till beslut')
      await expect(proposal.locator('[data-decision] p')).toHaveText([
        'Så skrivs det ut',
        'Vård- och omsorgsnämnden beslutar',
        'att godkänna patientsäkerhetsberättelsen som sin egen för år 2023, samt',
        'att lägga patientsäkerhetsberättelsen för år 2023 till handlingarna.',
      ])
      await expectAccessible(mas)
    })
  })
