import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { windows1252 } from '../server/indicators/testing/windows-1252.ts'
import { createReport } from './support/create-report.ts'
import { expectNarrow } from './support/look.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

// The main job has Senior alert's figures to itself: this file changes those of Palliativregistret.
const SOURCE = 'Svenska palliativregistret'
const SAMPLE = 'server/demo/data/palliativregistret.csv'
const PAIN = 'Smärtskattad sista levnadsveckan'
const NBSP = '\u00a0'

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/data/importera')
  await page.getByLabel('Källa').selectOption({ label: SOURCE })
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Granska siffrorna' }).click()
}

async function preview(page: Page, name: string, buffer: Buffer): Promise<void> {
  await choose(page, name, buffer)
  await expect(page).toHaveURL(/\/data\/importera\/[0-9a-f-]{36}$/)
  await expect(page.getByText(`${SOURCE}, filen ${name}`)).toBeVisible()
}

const rows = (table: Locator): Locator => table.locator('tbody tr')
const painNow = (page: Page): Locator =>
  page.getByRole('table', { name: `Senaste värden från ${SOURCE}` }).getByRole('row', { name: PAIN })

const FAULTY = [
  'indikator;resultat_2023;malvarde_2023;resultat_2022;enhet;n_2023;n_2022',
  'Dokumenterat brytpunktssamtal;47,1;70;60,0;procent;34;30',
  'Ordinerad stark opioid vid behov;91.2;100;80,0;procent;34;30',
  'Ordinerad ångestdämpande vid behov;172;100;80,0;procent;34;30',
  'Dokumenterat brytpunktssamtal;48,3;70;60,0;procent;34;30',
  `${PAIN};58,8;75;23,3;procent;34,5;30`,
].join('\r\n')

/** A table, and on a phone cards that say what each value is; to screen readers and on paper it is a table all the same. */
async function expectCards(
  page: Page,
  name: string,
  headers: string[],
  [label, value]: [string, string],
): Promise<void> {
  const table = page.getByRole('table', { name })
  const cell = table.getByRole('cell', { name: value, exact: true }).first()
  const shown = cell.getByText(label, { exact: true })
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(shown).toBeVisible()
    await expect(table.getByRole('columnheader')).toHaveText(headers)
    await expect(table.getByRole('row').nth(1).getByRole('cell')).toHaveCount(headers.length - 1)
    await expect(page.getByRole('group', { name, exact: true })).toHaveCount(0)
    await expectAccessible(page)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(shown).toBeHidden()
  await expect(cell).toHaveCSS('display', 'table-cell')
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect(shown).toBeHidden()
}

test.describe
  .serial('the figures', () => {
    let mas: Page

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
    })

    test('are listed with where each came from', async () => {
      await mas.getByRole('link', { name: 'Data', exact: true }).click()
      await expect(mas.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible()
      await expect(painNow(mas).getByRole('cell')).toContainText([
        `58,8${NBSP}%`,
        `75,0${NBSP}%`,
        `23,3${NBSP}%`,
        'Filen palliativregistret.csv',
      ])
      const history = mas.getByRole('table', { name: 'Importerade filer' })
      await expect(history.getByRole('row', { name: /palliativregistret\.csv/ })).toContainText('MAS')
      await expectAccessible(mas)
      await expectNarrow(mas)
    })

    test('stay as they are when a file has faults, and every fault is named with its row', async () => {
      await mas.getByRole('link', { name: 'Importera siffror' }).click()
      await expect(mas.getByRole('heading', { level: 1, name: 'Importera siffror' })).toBeVisible()
      await mas.getByRole('button', { name: 'Granska siffrorna' }).click()
      await expect(mas.getByLabel('Fil', { exact: true })).toBeFocused()
      await expect(mas.getByText('Välj en fil.')).toBeVisible()
      await expectAccessible(mas)
      await expectNarrow(mas)

      await preview(mas, 'med-fel.csv', Buffer.from(FAULTY))
      const faults = rows(mas.getByRole('table', { name: 'Fel i filen' }))
      await expect(faults).toHaveCount(4)
      for (const [index, [line, column, what, cell]] of [
        ['3', 'resultat_2023', /annat decimaltecken/, '91.2'],
        ['4', 'resultat_2023', /mellan 0 och 100 procent/, '172'],
        ['5', 'Hela raden', /står redan på rad 2/, ''],
        ['6', 'n_2023', /helt tal/, '34,5'],
      ].entries()) {
        const fault = faults.nth(index)
        await expect(fault.getByRole('rowheader')).toHaveAccessibleName(line as string)
        for (const [at, text] of [column, what, cell].entries())
          await expect(fault.getByRole('cell').nth(at)).toHaveAccessibleName(text as string | RegExp)
      }
      await expectCards(mas, 'Fel i filen', ['Rad', 'Kolumn', 'Vad som är fel', 'Så står det'], ['Så står det', '172'])
      await expect(mas.getByRole('button', { name: 'Importera' })).toHaveCount(0)
      await expectAccessible(mas)
      await expectNarrow(mas)
      await mas.getByRole('button', { name: 'Avbryt' }).click()

      await expect(painNow(mas)).toContainText(`58,8${NBSP}%`)
      await expect(mas.getByText('med-fel.csv')).toHaveCount(0)
    })

    test('need all columns', async () => {
      await preview(mas, 'utan-indikator.csv', Buffer.from('resultat_2023;enhet\r\n58,8;procent\r\n'))
      const fault = rows(mas.getByRole('table', { name: 'Fel i filen' }))
      await expect(fault).toHaveCount(1)
      await expect(fault).toContainText('indikator')
      await expect(fault).toContainText('Kolumnen finns inte i filen')
      const draft = mas.url()
      await mas.getByRole('button', { name: 'Välj en annan fil' }).click()
      await expect(mas).toHaveURL(/\/data\/importera\?/)
      await expect(mas.getByLabel('Källa')).toHaveValue('palliativregistret')

      await mas.goto(draft)
      // While it comes the page has it a second time, outside what is shown.
      await expect(mas.getByRole('main').getByText('Filen väntar inte längre på att importeras.')).toBeVisible()
      await expectAccessible(mas)
      await mas.getByRole('link', { name: 'Välj en annan fil' }).click()
      await expect(mas.getByRole('heading', { level: 1, name: 'Importera siffror' })).toBeVisible()
    })

    test('come from tables only, and the form says what the file is instead', async () => {
      const failure = mas.getByRole('alert').filter({ hasText: 'Det gick inte att läsa siffrorna' })
      await choose(mas, 'rapport.csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n'))
      await expect(failure).toContainText('Filen är en PDF.')
      await expect(mas.getByLabel('Källa')).toHaveValue('palliativregistret')
      await expectAccessible(mas)

      const xlsx = Buffer.from('PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml', 'latin1')
      await mas
        .getByLabel('Fil', { exact: true })
        .setInputFiles({ name: 'bok.csv', mimeType: 'text/csv', buffer: xlsx })
      await mas.getByRole('button', { name: 'Granska siffrorna' }).click()
      await expect(failure).toContainText('Arbetsboken är skadad')
    })

    test('change in an open report when a corrected file of an older system is imported', async () => {
      const importing = await mas.context().newPage()
      await createReport(mas, 'Rapport med register')
      await writeIn(mas, 'Stärka analys, lärande och utveckling')
      await mas.keyboard.type('Vården i livets slut följs i registret.')
      await mas.getByRole('button', { name: 'Indikatortabell' }).click()
      const dialog = mas.getByRole('dialog')
      await dialog.getByLabel('Källa').selectOption({ label: SOURCE })
      await dialog.getByRole('button', { name: 'Välj alla' }).click()
      await dialog.getByRole('button', { name: 'Infoga tabellen' }).click()
      const row = section(mas, 'Stärka analys').locator('.data-block').locator('tr', { hasText: PAIN })
      await expect(row.locator('td').first()).toHaveText(`58,8${NBSP}%`)
      await saved(mas)

      const sample = (await readFile(SAMPLE, 'utf8')).replace(`${PAIN},58.8`, `${PAIN},76.5`)
      const older = sample.replaceAll(',', ';').replaceAll('.', ',').replaceAll('\n', '\r\n')
      await preview(importing, 'palliativ-rättad.csv', windows1252(older))
      await expect(importing.getByText('Windows-1252')).toBeVisible()
      const changes = rows(importing.getByRole('table', { name: 'Värden som ändras' }))
      await expect(changes).toHaveCount(1)
      await expect(changes.getByRole('rowheader')).toHaveText(PAIN)
      await expect(changes.getByRole('cell')).toContainText(['Resultat 2023', `58,8${NBSP}%`, `76,5${NBSP}%`])
      await expectAccessible(importing)
      await expectNarrow(importing)
      await importing.getByRole('button', { name: 'Importera' }).press('Enter')

      await expect(importing).toHaveURL(/\/data\?/)
      await expect(importing.getByText('1 värde från filen palliativ-rättad.csv')).toBeVisible()
      await expect(painNow(importing)).toContainText(`76,5${NBSP}%`)
      await expect(painNow(importing)).toContainText('Resultat 2023: filen palliativ-rättad.csv')
      await expect(painNow(importing)).toContainText('Mål 2023, Resultat 2022: filen palliativregistret.csv')
      await expectAccessible(importing)
      await importing.goto((await importing.locator('a[href*="/data/importer/"]').first().getAttribute('href')) ?? '')
      const changed = ['Indikator', 'Avser', 'Före', 'Blev', 'Gäller nu']
      await expectCards(importing, 'Vad importen ändrade', changed, ['Före', `58,8${NBSP}%`])
      await expect(row.locator('td').first()).toHaveText(`76,5${NBSP}%`)

      await preview(importing, 'palliativ-rättad.csv', windows1252(older))
      await expect(importing.getByText('Filen är redan importerad')).toBeVisible()
      await expect(importing.getByRole('button', { name: 'Importera' })).toHaveCount(0)
      await importing.getByRole('button', { name: 'Avbryt' }).click()
      await expect(importing.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible()
      await importing.close()
    })

    test('are read by the revisor, who cannot import', async ({ browser }) => {
      const revisor = await signIn(browser, 'Revisor')
      await revisor.goto('/data')
      await expect(painNow(revisor)).toContainText(`76,5${NBSP}%`)
      await expect(revisor.getByRole('link', { name: 'Importera siffror' })).toHaveCount(0)
      await revisor.goto('/data/importera')
      await expect(revisor.getByText('Du kan inte importera siffror')).toBeVisible()
      await expect(revisor.getByLabel('Fil', { exact: true })).toHaveCount(0)
      await expectAccessible(revisor)
      const sent = await revisor.request.post('/data/importera/fil?source=palliativregistret&fileName=a.csv', {
        data: await readFile(SAMPLE),
      })
      expect(sent.status()).toBe(403)
    })
  })
