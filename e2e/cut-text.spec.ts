import { expect, type Locator, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'
import { SlowNetwork } from './support/slow-network.ts'

const WORDS = 'Fallen minskade under året'

const offered = (page: Page): Locator => page.getByRole('complementary', { name: /klippte du ut|hann inte sparas/ })

async function cutFrom(page: Page, heading: string): Promise<void> {
  await writeIn(page, heading)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  await expect(section(page, heading)).not.toContainText(WORDS)
  await saved(page)
}

async function pasteIn(page: Page, heading: string): Promise<void> {
  await writeIn(page, heading)
  await page.keyboard.press('Control+v')
  await expect(section(page, heading)).toContainText(WORDS)
}

test.describe('text that is cut out', () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: 'serial' })
  const network = new SlowNetwork()
  let mas: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await network.between(mas)
    await createReport(mas, 'Klippt text')
    await writeIn(mas, 'Inledning')
    await mas.keyboard.type(WORDS)
    await saved(mas)
  })

  test('and not pasted is offered when the page is loaded again, until the person has had it', async () => {
    await cutFrom(mas, 'Inledning')
    await mas.reload()
    await expect(offered(mas)).toContainText(WORDS)
    await expect(offered(mas)).toContainText('Inledning')
    await expectAccessible(mas)
    await mas.reload()
    await offered(mas).getByRole('button', { name: 'Kopiera' }).click()
    await expect(offered(mas)).toContainText('Kopierat')
    await pasteIn(mas, 'Inledning')
    await saved(mas)
    await offered(mas)
      .getByRole('button', { name: /^Stäng/ })
      .click()
    await expect(offered(mas)).toHaveCount(0)
  })

  test('and pasted elsewhere, or taken back, is not', async () => {
    await cutFrom(mas, 'Inledning')
    await pasteIn(mas, 'Sammanfattning')
    await saved(mas)
    await mas.reload()
    await expect.poll(() => mas.evaluate(() => Object.keys(sessionStorage).join())).not.toContain('samskrift-cut')
    await cutFrom(mas, 'Sammanfattning')
    await mas.keyboard.press('Control+z')
    await expect(section(mas, 'Sammanfattning')).toContainText(WORDS)
    await saved(mas)
    await mas.reload()
    await expect.poll(() => mas.evaluate(() => Object.keys(sessionStorage).join())).not.toContain('samskrift-cut')
    await expect(offered(mas)).toHaveCount(0)
  })

  test('and pasted into a section that was locked on the way is offered', async ({ browser }) => {
    const mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
    await cutFrom(mas, 'Sammanfattning')
    network.hold()
    await pasteIn(mas, 'Inledning')
    const row = section(mar, 'Inledning')
    await row.getByRole('button', { name: /^Lås avsnittet/ }).click()
    await expect(row).toContainText('Låst av MAR')
    network.release()
    await expect(offered(mas)).toContainText(WORDS)
    await expect(section(mas, 'Inledning')).not.toContainText(WORDS)
    // Not taken and stored nowhere else: still offered after a reload.
    await mas.reload()
    await expect(offered(mas)).toContainText(WORDS)
  })
})
