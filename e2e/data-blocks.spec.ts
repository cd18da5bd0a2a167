import { readFile, writeFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { samskriftAs } from './support/command-line.ts'
import { createReport } from './support/create-report.ts'
import { exportPdf } from './support/export-pdf.ts'
import { expectNarrow } from './support/look.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

const SOURCE = 'Svenska palliativregistret'
const SAMPLE = 'server/demo/data/palliativregistret.csv'
const PAIN = 'Smärtskattad sista levnadsveckan'
const HEADING = 'Stärka analys, lärande och utveckling'
const NBSP = '\u00a0'
const BEFORE = `58,8${NBSP}%`
const AFTER = `76,5${NBSP}%`

const part = (page: Page): Locator => section(page, HEADING).first()
const block = (page: Page, caption: string): Locator =>
  part(page).locator('.data-block, .status-list').filter({ hasText: caption })
const dialogOf = (page: Page): Locator => page.getByRole('dialog')

/** Opens a form from "Fler datablock" with the keyboard alone. */
async function openForm(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: 'Fler datablock' }).press('Enter')
  await page.getByRole('menuitem', { name, exact: true }).press('Enter')
  await expect(dialogOf(page)).toBeVisible()
  return dialogOf(page)
}

/** The indicator, chosen by keyboard, and a caption of its own. */
async function chooseIndicator(dialog: Locator, caption: string): Promise<void> {
  await dialog.getByLabel('Källa', { exact: true }).selectOption({ label: SOURCE })
  await dialog.getByRole('checkbox', { name: PAIN }).press('Space')
  await expect(dialog.getByRole('checkbox', { name: PAIN })).toBeChecked()
  await dialog.getByLabel('Rubrik', { exact: true }).fill(caption)
}

/** The editor has the focus again, with the caret after the block. */
async function backInText(page: Page): Promise<void> {
  await expect(dialogOf(page)).toHaveCount(0)
  await writeIn(page, HEADING)
}

test.describe
  .serial('blocks of live figures', () => {
    let mas: Page
    let mar: Page

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
      await createReport(mas, 'Rapport med datablock')
      mar = await signIn(browser, 'MAR')
      await mar.goto(mas.url())
      await writeIn(mas, HEADING)
      await mas.keyboard.type('Resultat och mål.')
    })

    test('an indicator table shows the columns that are chosen under "Fler val"', async () => {
      await mas.getByRole('button', { name: 'Indikatortabell' }).press('Enter')
      const dialog = dialogOf(mas)
      await chooseIndicator(dialog, 'Egna kolumner')
      await dialog.getByText('Fler val').press('Enter')
      await dialog.getByRole('checkbox', { name: /^Måluppfyllelse/ }).press('Space')
      await dialog.getByRole('checkbox', { name: /^Antal som resultatet/ }).press('Space')
      await dialog.getByRole('checkbox', { name: 'Förändring från året före' }).press('Space')
      await expectAccessible(mas)
      await dialog.getByRole('button', { name: 'Infoga tabellen' }).press('Enter')
      for (const page of [mas, mar]) {
        const table = block(page, 'Egna kolumner').getByRole('table')
        await expect(table.getByRole('columnheader')).toHaveText([
          'Indikator',
          'Resultat 2022',
          'Resultat 2023',
          'Mål 2023',
          'Målet nått',
          'Måluppfyllelse',
          'Antal (n) 2023',
        ])
        await expect(table.getByRole('row', { name: PAIN }).getByRole('cell')).toContainText([
          `23,3${NBSP}%`,
          BEFORE,
          `75,0${NBSP}%`,
          'Nej',
          'Inte nått',
          '34',
        ])
      }
      await backInText(mas)
    })

    test('it is changed by its button, and keeps what was chosen', async () => {
      await block(mas, 'Egna kolumner').getByRole('button', { name: 'Ändra tabellen Egna kolumner' }).press('Enter')
      const dialog = dialogOf(mas)
      await expect(dialog.getByRole('checkbox', { name: /^Antal som resultatet/ })).toBeChecked()
      await dialog.getByRole('checkbox', { name: 'Dokumenterat brytpunktssamtal' }).press('Space')
      await dialog.getByRole('button', { name: 'Flytta upp Dokumenterat brytpunktssamtal' }).press('Enter')
      await expect(dialog.getByRole('status')).toContainText('nummer 1 av 2')
      await dialog.getByRole('button', { name: 'Spara ändringen' }).press('Enter')
      const headings = block(mar, 'Egna kolumner').getByRole('rowheader')
      await expect(headings).toHaveText([/^Dokumenterat brytpunktssamtal/, new RegExp(PAIN)])
      await backInText(mas)
    })

    test('a chart says its figures in words, draws them, and shows them as a table', async () => {
      const dialog = await openForm(mas, 'Diagram')
      await dialog
        .getByLabel('Typ av diagram')
        .selectOption({ label: 'Staplar i grupp: flera perioder för varje indikator' })
      await chooseIndicator(dialog, 'Smärtskattning i diagram')
      await expectAccessible(mas)
      await dialog.getByRole('button', { name: 'Infoga diagrammet' }).press('Enter')
      for (const page of [mas, mar]) {
        const chart = block(page, 'Smärtskattning i diagram')
        const drawing = chart.getByRole('img')
        await expect(drawing).toHaveCount(1)
        await expect(drawing).toHaveAccessibleName(
          `Stapeldiagram: ${PAIN} 2022 23,3${NBSP}%, 2023 ${BEFORE}. Målet är 75,0${NBSP}%.`,
        )
        await expect(drawing.getByText(BEFORE)).toBeVisible()
      }
      const chart = block(mas, 'Smärtskattning i diagram')
      await chart.getByText('Visa som tabell').press('Enter')
      await expect(chart.getByRole('table').getByRole('cell', { name: BEFORE })).toBeVisible()
      await backInText(mas)
    })

    test('key figures say how they have changed', async () => {
      const dialog = await openForm(mas, 'Nyckeltal')
      await chooseIndicator(dialog, 'Året i korthet')
      await dialog.getByRole('button', { name: 'Infoga nyckeltalen' }).press('Enter')
      for (const page of [mas, mar]) {
        await expect(block(page, 'Året i korthet').locator('.key-value')).toHaveText(BEFORE)
        await expect(block(page, 'Året i korthet')).toContainText('Ökat med 35,5 procentenheter sedan 2022')
      }
      await backInText(mas)
    })

    test('an economy table says its sign convention in the head', async () => {
      const dialog = await openForm(mas, 'Ekonomitabell')
      await chooseIndicator(dialog, 'Utfall mot budget')
      await dialog.getByRole('button', { name: 'Infoga tabellen' }).press('Enter')
      for (const page of [mas, mar]) {
        const table = block(page, 'Utfall mot budget').getByRole('table')
        await expect(table.getByRole('columnheader', { name: 'Avvikelse (budget − utfall)' })).toBeVisible()
        await expect(table.getByRole('row', { name: PAIN }).getByRole('cell').nth(1)).toHaveText(BEFORE)
      }
      await backInText(mas)
    })

    test('a goal in a status list follows its indicator, and its analysis is written in the list', async () => {
      const dialog = await openForm(mas, 'Målstatus')
      await dialog.getByLabel('Rubrik').fill('Målen i korthet')
      await dialog.getByLabel('Mål, ett på varje rad').fill('Alla smärtskattas\nFler teammöten')
      await dialog.getByRole('button', { name: 'Infoga listan' }).press('Enter')
      const list = block(mas, 'Målen i korthet')
      await expect(list.locator('.status-sign')).toHaveText(['– Inte bedömt', '– Inte bedömt'])

      await list.getByRole('button', { name: 'Ändra målet Alla smärtskattas' }).press('Enter')
      const form = dialogOf(mas)
      await form.getByLabel('Status').selectOption({ label: 'Följer en indikator' })
      await form.getByLabel('Indikator').selectOption({ label: PAIN })
      await expectAccessible(mas)
      await form.getByRole('button', { name: 'Spara ändringen' }).press('Enter')
      await expect(list.locator('.status-sign').first()).toHaveText('× Inte nått')
      await list
        .locator('.status-item p[data-node-view-content], .status-item [data-node-view-content] p')
        .last()
        .click()
      await mas.keyboard.type('Införs till hösten.')
      for (const page of [mas, mar]) {
        const item = block(page, 'Målen i korthet').locator('.status-item')
        await expect(item.first()).toContainText(`${PAIN} 2023: ${BEFORE}`)
        await expect(item.last()).toContainText('Införs till hösten.')
      }
      await list.getByRole('button', { name: 'Lägg till mål' }).press('Enter')
      await dialogOf(mas).getByLabel('Mål', { exact: true }).fill('Ny rutin')
      await dialogOf(mas).getByLabel('Status').selectOption({ label: 'Klart' })
      await dialogOf(mas).getByRole('button', { name: 'Lägg till' }).press('Enter')
      await mas.keyboard.type('Beslutad i mars.')
      const added = block(mar, 'Målen i korthet').locator('.status-item').last()
      await expect(added).toContainText('Ny rutin')
      await expect(added).toContainText('✓ Klart')
      await expect(added).toContainText('Beslutad i mars.')
      // The one that is moved keeps the focus, so that it can be moved on.
      const up = list.getByRole('button', { name: 'Flytta upp Ny rutin' })
      await up.press('Enter')
      await expect(up).toBeFocused()
      const theirs = block(mar, 'Målen i korthet').locator('.status-item')
      await expect(theirs.nth(1)).toContainText('Beslutad i mars.')
      await expect(theirs.nth(2)).toContainText('Införs till hösten.')
      await list.getByRole('button', { name: 'Flytta ner Ny rutin' }).press('Enter')
      await expect(theirs.nth(2)).toContainText('Beslutad i mars.')
      await saved(mas)
    })

    test('the page with all of them is accessible, on a phone too', async () => {
      await expectAccessible(mas)
      await expectNarrow(mas)
      const chart = block(mas, 'Smärtskattning i diagram')
      await mas.setViewportSize({ width: 390, height: 844 })
      await expect(chart.locator('.chart-narrow')).toBeVisible()
      await expect(chart.locator('.chart-wide')).toBeHidden()
      await mas.setViewportSize({ width: 1280, height: 900 })
    })

    test('a corrected file changes every block in both browsers', async ({ browserName }, info) => {
      const file = info.outputPath(`rättad-${browserName}.csv`)
      const sample = await readFile(SAMPLE, 'utf8')
      await writeFile(file, sample.replace(`${PAIN},58.8`, `${PAIN},76.5`))
      await samskriftAs('MAS', 'import', file, '--source', 'palliativregistret')
      for (const page of [mas, mar]) {
        const row = (caption: string) => block(page, caption).getByRole('table').getByRole('row', { name: PAIN })
        await expect(row('Egna kolumner')).toContainText(AFTER)
        await expect(row('Egna kolumner')).toContainText('Nått')
        await expect(row('Utfall mot budget')).toContainText(AFTER)
        await expect(block(page, 'Smärtskattning i diagram').getByRole('img')).toHaveAccessibleName(
          new RegExp(`2023 ${AFTER}`),
        )
        await expect(block(page, 'Året i korthet').locator('.key-value')).toHaveText(AFTER)
        await expect(block(page, 'Året i korthet')).toContainText('Ökat med 53,2 procentenheter sedan 2022')
        await expect(block(page, 'Målen i korthet').locator('.status-sign').first()).toHaveText('✓ Nått')
      }
    })

    test('the PDF has the figures of all of them', async () => {
      const text = (await exportPdf(mas)).replace(/\s+/g, ' ')
      for (const words of [
        'Egna kolumner',
        'Måluppfyllelse',
        '76,5 %',
        'Smärtskattning i diagram',
        'mål 75,0 %',
        'Ökat med 53,2 procentenheter sedan 2022',
        'Avvikelse (budget − utfall)',
        'Målen i korthet',
        '✓ Nått',
        'Införs till hösten.',
        'Ny rutin',
      ])
        expect(text).toContain(words)
      expect(text).not.toContain('58,8')
    })
  })
