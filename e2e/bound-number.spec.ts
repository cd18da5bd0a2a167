import { readFile, writeFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { samskriftAs } from './support/command-line.ts'
import { createReport } from './support/create-report.ts'
import { exportPdf } from './support/export-pdf.ts'
import { picture } from './support/look.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

const FIRST = 'Inledning'
const NBSP = '\u00a0'
// The figures of avvikelser are this file's own: others change those of the registers.
const SAMPLE = 'server/demo/data/avvikelser.csv'

const text = (page: Page): Locator => section(page, FIRST).locator('.report-text')
const numbers = (page: Page): Locator => text(page).locator('.bound-number')

async function importCorrected(from: string, to: string): Promise<void> {
  const text = await readFile(SAMPLE, 'utf8')
  expect(text).toContain(from)
  const file = test.info().outputPath('avvikelser-rattad.csv')
  await writeFile(file, text.replace(from, to))
  await samskriftAs('MAS', 'import', file, '--source', 'avvikelser')
}

test.describe
  .serial('a number in running text', () => {
    let mas: Page
    let mar: Page

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
      mar = await signIn(browser, 'MAR')
    })

    test('is put in with "@" and some words of its name, by keyboard alone', async () => {
      await createReport(mas, 'Siffror i löpande text')
      await writeIn(mas, FIRST)
      await mas.keyboard.type('Under året rapporterades ')
      await mas.keyboard.type('@läkemedel antal')
      const menu = mas.getByRole('listbox', { name: 'Siffror att infoga' })
      await expect(menu.getByRole('option')).toHaveCount(1)
      await expect(menu.getByRole('option', { selected: true })).toContainText('456')
      await expectAccessible(mas)
      await picture(mas, 'menu')
      await mas.keyboard.press('Enter')
      await expect(menu).toHaveCount(0)
      await mas.keyboard.type(' avvikelser.')
      await expect(text(mas).locator('p')).toHaveText('Under året rapporterades 456 avvikelser.')
      await saved(mas)
    })

    test('is chosen in a form with its words, and the word follows the value in both browsers', async () => {
      await mas.keyboard.type(' Antalet har ')
      await mas.keyboard.press('Control+Alt+s')
      const form = mas.getByRole('dialog', { name: 'Infoga en siffra' })
      await form.getByLabel('Sök siffra').fill('läkemedel antal')
      await form.getByRole('radio', { name: /Läkemedel Antal/ }).check()
      await form.getByRole('radio', { name: 'ökat med 213' }).check()
      await expectAccessible(mas)
      await form.getByRole('button', { name: 'Infoga siffran' }).click()
      await mas.keyboard.type('.')
      await expect(numbers(mas)).toHaveText(['456', 'ökat med 213'])
      await saved(mas)
      await mar.goto(mas.url())
      await expect(numbers(mar)).toHaveText(['456', 'ökat med 213'])
      await importCorrected('Läkemedel,456,243', 'Läkemedel,200,243')
      for (const page of [mas, mar]) await expect(numbers(page)).toHaveText(['200', 'minskat med 43'])
    })

    test('opens its passport by keyboard, with what it has been and where it is used', async () => {
      await mas.keyboard.press('Home')
      await expect(async () => {
        await mas.keyboard.press('ArrowRight')
        await expect(numbers(mas).first()).toHaveAttribute('data-selected', { timeout: 100 })
      }).toPass({ intervals: [0] })
      await mas.keyboard.press('Enter')
      const passport = mas.getByRole('dialog', { name: /Läkemedel/ })
      await expect(passport).toContainText('avvikelser-rattad.csv')
      await expect(passport.getByRole('row')).toContainText(['När', '200', '456'])
      await expect(passport.getByRole('link', { name: /Siffror i löpande text.*Inledning/ })).toBeVisible()
      await expectAccessible(mas)
      await picture(mas, 'passport')
      await passport.getByRole('button', { name: 'Ändra hur siffran visas' }).click()
      const form = mas.getByRole('dialog', { name: 'Ändra siffran i texten' })
      await form.getByLabel('Period').selectOption('2022')
      await form.getByRole('button', { name: 'Spara ändringen' }).click()
      await expect(numbers(mas)).toHaveText(['243', 'minskat med 43'])
      await saved(mas)
    })

    test('that is typed and equals a figure of the page is offered to be bound to it', async () => {
      await writeIn(mas, FIRST)
      await mas.keyboard.press('End')
      await mas.keyboard.press('Enter')
      await mas.keyboard.type('Det var 200')
      const question = mas.locator('.bind-question')
      await expect(question).toContainText('200 är')
      await picture(mas, 'question')
      await mas.keyboard.type(' fall')
      await expect(question).toBeVisible()
      await mas.keyboard.press('Control+Enter')
      await expect(question).toHaveCount(0)
      await expect(numbers(mas)).toHaveText(['243', 'minskat med 43', '200'])
      await expect(text(mas).locator('p').last()).toHaveText('Det var 200 fall')
      await saved(mas)
    })

    test('is plain text on the clipboard, and stays bound where it is pasted in the report', async () => {
      await mas.keyboard.press('Control+a')
      await mas.keyboard.press('Control+x')
      await expect(numbers(mas)).toHaveCount(0)
      await mas.keyboard.press('Control+v')
      await expect(numbers(mas)).toHaveText(['243', 'minskat med 43', '200'])
      await saved(mas)
    })

    test('is read without an editor, opens there too, and is in the PDF', async ({ browser }) => {
      const reader = await signIn(browser, 'Revisor')
      await reader.goto(mas.url())
      await expect(numbers(reader)).toHaveText(['243', 'minskat med 43', '200'])
      await numbers(reader).nth(2).focus()
      await reader.keyboard.press('Enter')
      await expect(reader.getByRole('dialog', { name: /Läkemedel/ })).toContainText('200')
      await expectAccessible(reader)
      await reader.context().close()
      const text = (await exportPdf(mas)).replaceAll(NBSP, ' ')
      expect(text).toContain('Under året rapporterades 243 avvikelser. Antalet har minskat med 43.')
      expect(text).toContain('Det var 200 fall')
    })

    test('that moves after the review is shown old and new, and keeps the report from being locked', async () => {
      const reviewed = section(mas, FIRST)
      await reviewed.scrollIntoViewIfNeeded()
      await reviewed.getByLabel(/^Status/).selectOption('Granskat')
      await saved(mas)
      await importCorrected('Läkemedel,456,243', 'Läkemedel,211,243')
      const note = reviewed.locator('[data-moved]')
      await expect(note).toContainText(/200.*har blivit 211/)
      await note.getByText('Var den står').click()
      await expect(note.getByRole('listitem')).toContainText([
        'Läkemedel',
        'Antalet har minskat med 32.',
        'Det var 211 fall',
      ])
      await expectAccessible(mas)
      await picture(mas, 'moved')
      await mas.getByRole('button', { name: 'Kontrollera' }).click()
      await expect(mas.getByRole('complementary')).toContainText('200 → 211')
      await mas.keyboard.press('Escape')
      await note.getByRole('button', { name: /^Godkänn/ }).click()
      await expect(note).toHaveCount(0)
      await expect(section(mar, FIRST).locator('[data-moved]')).toHaveCount(0)
    })
  })
