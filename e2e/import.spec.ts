import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectNarrow } from './support/look.ts'
import { saved, section, signIn, writeIn } from './support/people.ts'

const NBSP = '\u00a0'
const REGISTER = 'server/indicators/testing/files/register.xlsx'

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/data/importera')
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Granska siffrorna' }).click()
}

async function importNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Importera', exact: true }).click()
  await expect(page.getByText('Importen är klar')).toBeVisible()
}

/** A sheet that is read across stays one on a phone, and the arrow keys move it (WCAG 2.1.1). */
async function expectMovedByKeyboard(page: Page, name: string): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 900 })
  const sheet = page.getByRole('group', { name, exact: true })
  await sheet.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => sheet.evaluate(element => element.scrollLeft)).toBeGreaterThan(0)
  if (size) await page.setViewportSize(size)
}

const survey = (safety: string): Buffer =>
  Buffer.from(`Fråga;Avdelning;Svar 2023;Mål 2023\r\nTrygghet;Äldre;${safety};80\r\nTrivsel;Äldre;71,5;75\r\n`)

test.describe
  .serial('figures of any table', () => {
    let mas: Page

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
    })

    test('are pointed out once, by keyboard, and the next file needs two clicks', async () => {
      await send(mas, 'register-2023.xlsx', await readFile(REGISTER))
      await expect(mas.getByRole('heading', { level: 1, name: 'Peka ut kolumnerna' })).toBeVisible()
      await mas.getByLabel('Rubrikerna börjar på rad').selectOption('3')
      await mas.getByLabel('Antal rubrikrader').selectOption('2')
      await mas.getByRole('button', { name: 'Läs om tabellen' }).press('Enter')
      const kind = (column: string) => mas.getByLabel(`Kolumnen ${column} är`)
      await expect(kind('2023 Resultat')).toHaveValue('result')
      await expect(kind('2023 n')).toHaveValue('denominator')
      await expect(kind('Område')).toHaveValue('area')
      await expect(kind('Mått')).toHaveValue('name')
      const words = mas.getByRole('region', { name: 'Så läses de första värdena' })
      await expect(words).toContainText(`Trycksår, Åtgärdsplan vid risk: resultat 2023 = 96${NBSP}%, n = 144`)
      await expect(words).toContainText('Fall, Åtgärdsplan vid risk: resultat 2023 = dolt av källan')
      await expectNarrow(mas)
      await expectMovedByKeyboard(mas, 'Filens första rader')

      await kind('Område').focus()
      await kind('Område').selectOption('ignore')
      await expect(words).not.toContainText('Trycksår, Åtgärdsplan')
      await kind('Område').selectOption('area')
      await mas.getByLabel('Riktning').selectOption('up')
      await mas.getByRole('button', { name: 'Fortsätt till granskningen' }).click()
      await expect(mas.getByText('Skriv vad källan ska heta.')).toBeVisible()
      await mas.getByLabel('Den nya källans namn').fill('Kommunens kvalitetsregister')
      await mas.getByRole('button', { name: 'Fortsätt till granskningen' }).press('Enter')

      await expect(mas.getByText('Kommunens kvalitetsregister, filen register-2023.xlsx')).toBeVisible()
      await expect(mas.getByText('Bladet Underlag är dolt i arbetsboken.')).toBeVisible()
      await expect(mas.getByText('Arbetsboken har flera blad. Bara Register importeras.')).toBeVisible()
      await expectNarrow(mas)
      await importNow(mas)

      await send(mas, 'register-igen.xlsx', await readFile(REGISTER))
      await expect(mas.getByText('Kommunens kvalitetsregister, filen register-igen.xlsx')).toBeVisible()
      await expect(mas.getByText('Filen är redan importerad')).toBeVisible()
      await mas.getByRole('button', { name: 'Avbryt' }).click()
    })

    test('change in an open report when an import is undone and done again', async ({ browser }) => {
      await send(mas, 'enkät-2023.csv', survey('78,2'))
      await expect(mas.getByLabel('Kolumnen Fråga är')).toHaveValue('name')
      await mas.getByLabel('Enhet', { exact: true }).selectOption('percent')
      await mas.getByLabel('Den nya källans namn').fill('Brukarenkät')
      await mas.getByRole('button', { name: 'Fortsätt till granskningen' }).click()
      await importNow(mas)

      const mar = await signIn(browser, 'MAR')
      await createReport(mar, 'Rapport med enkät')
      await writeIn(mar, 'Stärka analys, lärande och utveckling')
      await mar.getByRole('button', { name: 'Indikatortabell' }).click()
      const dialog = mar.getByRole('dialog')
      await dialog.getByLabel('Källa').selectOption('brukarenkat')
      await dialog.getByRole('button', { name: 'Välj alla' }).click()
      await dialog.getByRole('button', { name: 'Infoga tabellen' }).click()
      const cell = section(mar, 'Stärka analys')
        .locator('.data-block tr', { hasText: 'Trygghet' })
        .locator('td')
        .first()
      await expect(cell).toHaveText(`78,2${NBSP}%`)
      await saved(mar)

      await send(mas, 'enkät-rättad.csv', survey('81,0'))
      await expect(mas.getByRole('table', { name: 'Värden som ändras' })).toContainText(`78,2${NBSP}%`)
      await importNow(mas)
      await expect(cell).toHaveText(`81,0${NBSP}%`)

      const history = mas.getByRole('table', { name: 'Importerade filer' })
      const row = history.getByRole('row', { name: /ilen enkät-rättad\.csv/ }).last()
      await row.getByRole('button', { name: /^Ångra importen/ }).press('Enter')
      await expect(mas.getByText('1 värde är som före importen.').first()).toBeVisible()
      await expect(cell).toHaveText(`78,2${NBSP}%`)
      await expect(row).toContainText('Ångrad av MAS')
      await expect(history.getByRole('row', { name: /Ångrade filen enkät-rättad\.csv/ })).toBeVisible()
      await expectNarrow(mas)
      await row.getByRole('button', { name: /^Gör om/ }).click()
      await expect(cell).toHaveText(`81,0${NBSP}%`)

      await row.getByRole('link').click()
      await expect(mas.getByRole('heading', { level: 1, name: 'Import från Brukarenkät' })).toBeVisible()
      const values = mas.getByRole('table', { name: 'Vad importen ändrade' })
      await expect(values.locator('tbody tr')).toHaveCount(1)
      await expect(values).toContainText(`78,2${NBSP}%`)
      await expectNarrow(mas)
    })

    test('are pasted from Excel', async () => {
      await mas.goto('/data/importera')
      await mas.getByLabel('Klistras in från Excel').check()
      await mas.getByRole('button', { name: 'Granska siffrorna' }).click()
      await expect(mas.getByText('Klistra in en tabell.')).toBeVisible()
      await mas
        .getByLabel('Tabell')
        .fill('Fråga\tAvdelning\tSvar 2023\tMål 2023\n"Trygghet"\tÄldre\t82,5\t80\nTrivsel\tÄldre\t71,5\t75')
      await expectNarrow(mas)
      await mas.getByRole('button', { name: 'Granska siffrorna' }).click()
      await expect(mas.getByText('Brukarenkät, inklistrad tabell')).toBeVisible()
      await importNow(mas)
      await expect(mas.getByText('1 värde från den inklistrade tabellen')).toBeVisible()
    })

    test('are asked for what the file does not say', async () => {
      const file = 'manad;dag_1_14;dag_15_59;enhet\njan;5,73;1,05;procent\nfeb;10,22;2,13;procent\n'
      await send(mas, 'franvaro-ifo.csv', Buffer.from(file))
      await expect(mas.getByRole('heading', { level: 1, name: 'Vad gäller filen?' })).toBeVisible()
      await mas.getByRole('button', { name: 'Granska siffrorna' }).click()
      await expect(mas.getByText('Fyll i det här.')).toBeVisible()
      await mas.getByLabel('År för månaderna').fill('2023')
      await mas.getByLabel('Område').fill('Sjukfrånvaro, IFO')
      await expectNarrow(mas)
      await mas.getByRole('button', { name: 'Granska siffrorna' }).click()
      const added = mas.getByRole('table', { name: 'Nya värden' })
      await expect(
        added.getByRole('row', { name: /Sjukfrånvaro, IFO Dag 15–59 Resultat februari 2023/ }),
      ).toContainText(`2,13${NBSP}%`)
      await importNow(mas)
    })

    test('are imported without the rows that are wrong, if somebody says so, and the record lists them', async () => {
      const file = 'Fråga;Avdelning;Svar 2023;Mål 2023\nTrygghet;Äldre;nittio;80\nMat;Äldre;64,1;75\n'
      await send(mas, 'enkät-fel.csv', Buffer.from(file))
      await expect(mas.getByText('Filen kan inte importeras än')).toBeVisible()
      await expect(mas.getByRole('button', { name: 'Importera', exact: true })).toHaveCount(0)
      await mas.getByRole('button', { name: 'Importera de rader som går' }).click()
      await expect(mas.getByText('2 värden från filen enkät-fel.csv')).toBeVisible()
      await mas
        .getByRole('table', { name: 'Importerade filer' })
        .getByRole('row', { name: /enkät-fel\.csv/ })
        .getByRole('link')
        .click()
      await expect(mas.getByText('Rad 2, Svar 2023: Det här är inget tal.')).toBeVisible()
    })

    test('never come with somebody’s number or name', async () => {
      const failure = mas.getByRole('alert').filter({ hasText: 'Det gick inte att läsa siffrorna' })
      // The number is Skatteverket's own example.
      await send(mas, 'med-person.csv', Buffer.from('Fråga;Id;Svar 2023\nTrygghet;640823-3234;5\n'))
      await expect(failure).toContainText('Filen innehåller personnummer eller samordningsnummer (kolumnen Id, rad 2)')
      await expect(failure).not.toContainText('640823')
      await mas.goto('/data')
      await expect(mas.getByText('med-person.csv')).toHaveCount(0)
    })
  })
