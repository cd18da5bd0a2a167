import { writeFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { archive, heading, text, wordFile } from '#server/reports/word-import/testing/word-file.ts'
import { createReport } from './support/create-report.ts'
import { expectAccessible, section, signIn } from './support/people.ts'

test('a Word report becomes text in the sections that its headings mean, and the rest is placed by hand', async ({
  browser,
}) => {
  const mas = await signIn(browser, 'MAS')
  const mar = await signIn(browser, 'MAR')
  await createReport(mas, 'Patientsäkerhetsberättelse ur Word')
  await mar.goto(mas.url())
  const [good, bad] = ['rapport.docx', 'makron.docm'].map(name => test.info().outputPath(name)) as [string, string]
  await writeFile(
    good,
    await wordFile([
      heading(1, 'Sammanfattning'),
      text(['Fallen minskade med 12', { text: '%', superScript: true }, '.']),
      heading(1, 'Väntetider'),
      text('De är kortare.'),
      heading(1, 'Omslag'),
    ]),
  )
  await writeFile(bad, archive({ 'word/vbaProject.bin': new Uint8Array(9) }))

  await mas.getByRole('link', { name: 'Hämta text från Word' }).click()
  const file = mas.getByLabel('Word-fil')
  await mas.getByRole('button', { name: 'Läs in filen' }).click()
  await expect(mas.getByText('Välj en fil.')).toBeVisible()
  await file.setInputFiles(bad)
  await mas.getByRole('button', { name: 'Läs in filen' }).click()
  await expect(mas.getByText(/Filen innehåller makron/)).toBeVisible()
  await file.setInputFiles(good)
  await mas.getByRole('button', { name: 'Läs in filen' }).click()
  await expect(mas.getByText('3 delar är kvar.')).toBeVisible()
  await expect(mas.getByText('Upphöjd eller nedsänkt text, som nu står på raden: %')).toBeVisible()
  await expectAccessible(mas)

  const part = (name: string) => mas.getByRole('listitem').filter({ has: mas.getByRole('heading', { name }) })
  await expect(part('Sammanfattning').getByLabel('Lägg in i').locator('option:checked')).toHaveText('2 Sammanfattning')
  await part('Sammanfattning')
    .getByRole('button', { name: /^Lägg in/ })
    .click()
  await expect(part('Sammanfattning').getByRole('status')).toHaveText('Inlagd i 2 Sammanfattning')
  // Whoever has the report open sees it at once.
  await expect(section(mar, 'Sammanfattning')).toContainText('Fallen minskade med 12%.')

  await part('Väntetider')
    .getByRole('button', { name: /^Lägg in/ })
    .click()
  await expect(part('Väntetider').getByText('Välj ett avsnitt.')).toBeVisible()
  await part('Väntetider').getByLabel('Lägg in i').selectOption({ label: '1 Inledning' })
  await part('Väntetider')
    .getByRole('button', { name: /^Lägg in/ })
    .click()
  await expect(part('Väntetider').getByRole('status')).toHaveText('Inlagd i 1 Inledning')
  await expect(section(mar, 'Inledning').getByRole('heading', { name: 'Väntetider' })).toBeVisible()

  await part('Omslag')
    .getByRole('button', { name: /^Använd inte/ })
    .click()
  await expect(part('Omslag').getByRole('status')).toHaveText('Används inte')
  await expect(mas.getByText('Alla delar är inlagda eller valda bort.')).toBeVisible()
  await expectAccessible(mas)
})
