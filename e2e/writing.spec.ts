import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

test.describe('two authors in one report', () => {
  let mas: Page
  let mar: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Samskrivning')
    mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
  })

  test('write in the same paragraph and see each other there', async () => {
    const first = await writeIn(mas, 'Sammanfattning')
    await mas.keyboard.type('Under året har vi')
    const second = await writeIn(mar, 'Sammanfattning')
    await expect(second).toContainText('Under året har vi')
    await mar.keyboard.type(' stärkt arbetet')
    await expect(first).toContainText('Under året har vi stärkt arbetet')
    await expect(section(mas, 'Sammanfattning').getByText('MAR', { exact: true }).first()).toBeVisible()

    await mas.keyboard.press('Home')
    await Promise.all([
      mas.keyboard.type('2023: ', { delay: 15 }),
      mar.keyboard.type(' med egenkontroll.', { delay: 15 }),
    ])
    const both = /^2023: Under året har vi stärkt arbetet med egenkontroll\.$/
    for (const text of [first, second]) await expect(text.locator('p').first()).toHaveText(both)
    await saved(mas)
    await saved(mar)
    await expectAccessible(mas)
  })

  test('delete different paragraphs of one section, and nothing else is lost', async () => {
    const first = await writeIn(mas, 'Inledning')
    await mas.keyboard.type('Ett')
    for (const word of ['Två', 'Tre', 'Fyra', 'Fem']) {
      await mas.keyboard.press('Enter')
      await mas.keyboard.type(word)
    }
    const second = await writeIn(mar, 'Inledning')
    await expect(second.locator('p')).toHaveCount(5)
    const removeLine = async (page: Page, word: string): Promise<void> => {
      await section(page, 'Inledning').locator('p', { hasText: word }).last().click({ clickCount: 3 })
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Backspace')
    }
    await Promise.all([removeLine(mas, 'Två'), removeLine(mar, 'Fyra')])
    for (const text of [first, second]) await expect(text.locator('p')).toHaveText(['Ett', 'Tre', 'Fem'])
  })

  test('type in different cells of one table', async () => {
    const first = await writeIn(mas, 'Egenkontroll')
    await mas.getByRole('button', { name: 'Tabell', exact: true }).click()
    await mas.getByRole('menuitem', { name: /Infoga tabell/ }).click()
    await expect(first.locator('th')).toHaveCount(3)
    const second = section(mar, 'Egenkontroll').locator('.ProseMirror')
    await section(mar, 'Egenkontroll').scrollIntoViewIfNeeded()
    await expect(second.locator('td')).toHaveCount(6)
    await first.locator('td').nth(0).click()
    await second.locator('td').nth(4).click()
    await Promise.all([mas.keyboard.type('Hygienrond', { delay: 10 }), mar.keyboard.type('Läkemedel', { delay: 10 })])
    for (const text of [first, second])
      await expect(text.locator('td')).toHaveText(['Hygienrond', '', '', '', 'Läkemedel', ''])
  })

  test('undo takes back one’s own changes only', async () => {
    const first = await writeIn(mas, 'Patienten som medskapare')
    await mas.keyboard.type('Skrivet av MAS.')
    const second = await writeIn(mar, 'Patienten som medskapare')
    await expect(second).toContainText('Skrivet av MAS.')
    await mar.keyboard.press('Enter')
    await mar.keyboard.type('Skrivet av MAR.')
    await expect(first).toContainText('Skrivet av MAR.')
    await first.click()
    for (let times = 0; times < 3; times++) await mas.keyboard.press('Control+z')
    for (const text of [first, second]) {
      await expect(text).not.toContainText('Skrivet av MAS.')
      await expect(text).toContainText('Skrivet av MAR.')
    }
  })

  test('what is saved is there after a reload', async () => {
    await saved(mas)
    await mas.reload()
    await expect(section(mas, 'Sammanfattning')).toContainText(
      '2023: Under året har vi stärkt arbetet med egenkontroll.',
    )
    await expect(section(mas, 'Inledning').locator('p', { hasText: /^(Ett|Tre|Fem)$/ })).toHaveCount(3)
  })

  test('an editor that is far away is released, and what was written in it can still be taken back', async () => {
    const heading = 'Inledning'
    await writeIn(mas, heading)
    await mas.keyboard.type(' Ångra mig.')
    const far = await writeIn(mas, 'Mål, strategier och utmaningar för kommande år')
    await expect(far).toBeFocused()
    await expect(section(mas, heading).locator('.ProseMirror')).toHaveCount(0)
    await expect(section(mas, heading)).toContainText('Ångra mig.')
    await writeIn(mas, heading)
    await mas.keyboard.press('Control+z')
    await expect(section(mas, heading)).not.toContainText('Ångra mig.')
    await expect(section(mar, heading)).not.toContainText('Ångra mig.')
  })

  test('the tools work from the first click in an empty section', async () => {
    const place = section(mas, 'Externa avvikelser')
    await place.scrollIntoViewIfNeeded()
    await place.locator('.ProseMirror[contenteditable="true"]').click()
    const bullets = mas.getByRole('button', { name: 'Punktlista' })
    await expect(bullets).toBeEnabled()
    await bullets.click()
    await expect(place.locator('.ProseMirror li')).toHaveCount(1)
  })

  test('a client with an older editor is told to reload', async ({ browser }) => {
    const page = await signIn(browser, 'MAR')
    await page.routeWebSocket(/\/collab\//, socket => {
      socket.connectToServer()
    })
    const url = await page.evaluate(
      path => `${location.origin.replace('http', 'ws')}/collab/${path}?v=0`,
      mas.url().split('/').at(-1),
    )
    const code = await page.evaluate(
      address =>
        new Promise<number>(resolve => {
          new WebSocket(address).onclose = event => resolve(event.code)
        }),
      url,
    )
    expect(code).toBe(4426)
    await page.context().close()
  })
})
