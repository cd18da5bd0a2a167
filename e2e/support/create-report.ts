import { expect, type Page } from '@playwright/test'

/** "Ny rapport" as a person does it; resolves on the report's own page. */
export async function createReport(
  page: Page,
  title: string,
  type = 'Patientsäkerhetsberättelse',
  board = 'Vård- och omsorgsnämnden',
): Promise<void> {
  await page.goto('/rapporter/ny')
  await page.getByRole('radio', { name: type, exact: true }).check()
  await page.getByLabel('År', { exact: true }).fill('2023')
  await page.getByLabel('Nämnd', { exact: true }).selectOption({ label: board })
  await page.getByLabel('Diarienummer').fill('VON/2024:18')
  await page.getByLabel('Titel').fill(title)
  await page.getByRole('button', { name: 'Skapa rapport' }).click()
  await expect(page).toHaveURL(/\/rapporter\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Id of the report that the page shows. */
export const reportId = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''
