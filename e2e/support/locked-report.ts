import { type Browser, expect, type Page } from '@playwright/test'
import { createReport, reportId } from './create-report.ts'
import { ReportFiller } from './fill-report.ts'
import { signIn } from './people.ts'

/** A tjänsteskrivelse that the chief has locked; the clerk's page and the chief's. */
export async function lockedReport(browser: Browser, title: string): Promise<{ clerk: Page; chief: Page; id: string }> {
  const clerk = await signIn(browser, 'Handläggare')
  await createReport(clerk, title, 'Tjänsteskrivelse')
  const id = reportId(clerk)
  const filler = new ReportFiller(clerk)
  await filler.away([clerk], () => filler.answerFindings())
  filler.close()
  const chief = await signIn(browser, 'Förvaltningschef')
  await chief.goto(`/rapporter/${id}`)
  await chief.getByRole('button', { name: 'Lås rapporten' }).first().click()
  await chief.getByRole('dialog').getByRole('button', { name: 'Lås rapporten' }).click()
  await expect(chief.getByText(/^Rapporten låstes/)).toBeVisible()
  return { clerk, chief, id }
}
