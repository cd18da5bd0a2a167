import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { csipFaults, unpack } from '#server/export/archive/testing/csip-faults.ts'
import { createReport } from './support/create-report.ts'
import { ReportFiller } from './support/fill-report.ts'
import { pressEnterAt } from './support/keyboard.ts'
import { look } from './support/look.ts'
import { signIn } from './support/people.ts'

async function openExport(page: Page) {
  await page.getByRole('button', { name: 'Exportera' }).click()
  return page.getByRole('dialog')
}

test('what is locked is fetched as an archive package, and a draft is not', async ({ browser }) => {
  const administrator = await signIn(browser, 'Administratör')
  await administrator.getByRole('link', { name: 'Utseende' }).click()
  const number = administrator.getByLabel('Organisationsnummer')
  const save = administrator.getByRole('button', { name: 'Spara utseendet' })
  await number.fill('212000-9949')
  await pressEnterAt(administrator, save)
  await expect(administrator.getByText('Någon siffra är fel')).toBeVisible()
  await expect(number).toHaveValue('212000-9949')
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await look(administrator, 'organisation-number')
  await number.fill('2120009994')
  await pressEnterAt(administrator, save)
  await expect(administrator.getByText('Utseendet är sparat')).toBeVisible()
  await administrator.reload()
  await expect(number).toHaveValue('212000-9994')

  const mas = await signIn(browser, 'MAS')
  await createReport(mas, 'Patientsäkerhetsberättelse för arkivet')
  const choice = { name: 'Arkivpaket (FGS 2.0)' }
  const draft = await openExport(mas)
  await expect(draft.getByRole('radio', { name: 'Webbsida' })).toBeVisible()
  await expect(draft.getByRole('radio', choice)).toHaveCount(0)
  const refused = await mas.request.post(`/api${new URL(mas.url()).pathname.replace('rapporter', 'reports')}/exports`, {
    data: { format: 'archive' },
  })
  expect([refused.status(), (await refused.json()).code]).toEqual([409, 'report-not-locked'])
  await mas.keyboard.press('Escape')

  const filler = new ReportFiller(mas)
  await filler.away([mas], () => filler.answerFindings())
  filler.close()
  await mas.getByRole('button', { name: 'Lås rapporten' }).click()
  await mas.getByRole('dialog').getByRole('button', { name: 'Lås rapporten' }).click()
  await expect(mas.getByText(/Rapporten låstes .* av MAS/)).toBeVisible()

  const dialog = await openExport(mas)
  const download = mas.waitForEvent('download')
  await dialog.getByRole('radio', choice).check()
  await expect(dialog.getByText(/En ZIP-fil för e-arkivet/)).toBeVisible()
  await pressEnterAt(mas, dialog.getByRole('button', { name: 'Skapa filen' }))
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^patientsakerhetsberattelse-for-arkivet-2023-VON-2024-18-arkivpaket\.zip$/)
  await expect(dialog.getByText('Filen är klar')).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Hämta filen igen' })).toBeFocused()
  await look(mas, 'archive')
  await mas.keyboard.press('Escape')
  await expect(mas.getByRole('button', { name: 'Exportera' })).toBeFocused()
  const unpacked = unpack(await readFile(await file.path()))
  expect(csipFaults(unpacked)).toEqual([])
  expect(Buffer.from(unpacked.files.get('METS.xml') ?? '').toString()).toContain('ORG:2120009994')
})
