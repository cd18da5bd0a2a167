import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

test.describe('those who are in a report', () => {
  let mas: Page
  let mar: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Närvaro')
    await saved(mas)
    mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
  })

  const menu = (page: Page) => page.getByRole('button', { name: 'Följ någon, eller dölj de andra' })

  test('can be followed, until one moves by oneself', async () => {
    await writeIn(mas, 'Inledning')
    await menu(mar).click()
    await expectAccessible(mar)
    // On a phone too all of it is to be read.
    await mar.setViewportSize({ width: 390, height: 780 })
    await expect(mar.getByRole('menu')).toBeInViewport({ ratio: 1 })
    await expectAccessible(mar)
    await mar.setViewportSize({ width: 1280, height: 900 })
    await mar.getByRole('menuitem', { name: /^Följ MAS/ }).click()
    await expect(mar.getByText('Du följer MAS')).toBeVisible()
    await expect(section(mar, 'Inledning')).toBeInViewport()
    await writeIn(mas, 'Mål, strategier och utmaningar för kommande år')
    await mas.keyboard.type('Vi fortsätter.')
    await expect(section(mar, 'Mål, strategier och utmaningar för kommande år')).toBeInViewport()
    await mar.mouse.move(800, 500)
    await mar.mouse.wheel(0, -400)
    await expect(mar.getByText('Du följer MAS')).toBeHidden()
    await writeIn(mas, 'Inledning')
    await expect(section(mas, 'Inledning')).toBeInViewport()
    await expect(section(mar, 'Inledning')).not.toBeInViewport()
  })

  test('are not seen in quiet mode, which the browser remembers', async () => {
    await section(mar, 'Inledning').scrollIntoViewIfNeeded()
    await mas.keyboard.type('Här är jag.')
    const caret = section(mar, 'Inledning').locator('.caret')
    await expect(caret).toBeVisible()
    await menu(mar).click()
    await mar.getByRole('menuitemcheckbox', { name: /^Tyst läge/ }).click()
    await expect(caret).toBeHidden()
    await mar.reload()
    await mas.keyboard.type(' Igen.')
    await expect(section(mar, 'Inledning')).toContainText('Här är jag. Igen.')
    await expect(caret).toHaveCount(1)
    await expect(caret).toBeHidden()
  })
})
