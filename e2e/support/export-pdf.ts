import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { expectAccessible } from './people.ts'

/**
 * "Exportera" as a person does it.
 * @param accessible looks at the dialog, which is the same for every report, as well
 * @returns the text of the file
 */
export async function exportPdf(page: Page, { accessible = false } = {}): Promise<string> {
  await page.getByRole('button', { name: 'Exportera' }).click()
  await page.getByRole('button', { name: 'Skapa filen' }).click()
  const download = await page.waitForEvent('download')
  const pages = await pdfText(await readFile(await download.path()))
  if (accessible) await expectAccessible(page)
  await page.keyboard.press('Escape')
  return pages.join('\n')
}
