import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

/** Whether nothing lies over the place that is shown: neither the bar nor the panel, nor the end of the window. */
const isShownMatchInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('find-current') ?? []
    if (!(range instanceof Range)) return false
    const box = range.getBoundingClientRect()
    const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return there?.contains(range.startContainer) ?? false
  })

test.describe('find and replace', () => {
  let mas: Page
  let mar: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Sökning')
    for (const [heading, text] of [
      ['Inledning', 'Enheten följer upp vård och hemvård.'],
      ['Egenkontroll', 'Varje enhet har gjort egenkontroll. Enheten är nöjd.'],
      ['Mål, strategier och utmaningar för kommande år', 'Enheten fortsätter.'],
    ] as const) {
      await writeIn(mas, heading)
      await mas.keyboard.type(text)
    }
    await saved(mas)
    // Sections far away have no editor yet in the other's window.
    mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
    await expect(mar.locator('.ProseMirror').first()).toBeVisible()
  })

  test('goes through all sections, and shows where each place is', async () => {
    await mar.keyboard.press('Control+h')
    const field = mar.getByLabel('Sök efter')
    await expect(field).toBeFocused()
    await field.fill('enheten')
    await expect(mar.getByText(/^1 av 3 träffar i 1 Inledning$/)).toBeVisible()
    await mar.keyboard.press('Enter')
    await expect(mar.getByText(/^2 av 3 träffar i .*Egenkontroll$/)).toBeVisible()
    await expect(section(mar, 'Egenkontroll')).toBeInViewport()
    await mar.keyboard.press('Enter')
    await expect(mar.getByText(/^3 av 3 träffar i .*Mål, strategier/)).toBeVisible()
    await expect(section(mar, 'Mål, strategier och utmaningar för kommande år')).toBeInViewport()
    await expectAccessible(mar)

    // On a phone the panel lies over the lower part of the page.
    await mar.setViewportSize({ width: 390, height: 780 })
    for (const place of [/^1 av 3/, /^2 av 3/, /^3 av 3/]) {
      await field.press('Enter')
      await expect(mar.getByText(place)).toBeVisible()
      await expect.poll(() => isShownMatchInSight(mar)).toBe(true)
    }
    await mar.setViewportSize({ width: 1280, height: 900 })

    await mar.getByLabel('Bara hela ord').check()
    await field.fill('enhet')
    await expect(mar.getByText(/^1 av 1 träffar/)).toBeVisible()
    await field.fill('finns inte')
    await expect(mar.getByText('Inga träffar i rapportens text.')).toBeVisible()
  })

  test('replaces everywhere at once, for the other author too, and takes it back', async () => {
    await mar.getByLabel('Bara hela ord').uncheck()
    await mar.getByLabel('Sök efter').fill('enheten')
    await mar.getByLabel('Ersätt med').fill('Verksamheten')
    await mar.getByRole('button', { name: 'Ersätt alla' }).click()
    await expect(mar.getByText('3 träffar ersattes.')).toBeVisible()
    await expect(section(mas, 'Inledning')).toContainText('Verksamheten följer upp vård')
    await expect(section(mas, 'Mål, strategier och utmaningar för kommande år')).toContainText(
      'Verksamheten fortsätter.',
    )
    await saved(mar)
    await mar.getByRole('button', { name: 'Ångra ersättningen' }).click()
    await expect(section(mas, 'Inledning')).toContainText('Enheten följer upp vård')
    await expect(mar.getByText(/av 3 träffar/)).toBeVisible()
    await mar.keyboard.press('Escape')
    await expect(mar.getByLabel('Sök efter')).toBeHidden()
  })
})
