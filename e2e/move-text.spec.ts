import { expect, type Locator, type Page, test } from '@playwright/test'
import { createReport, reportId } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'
import { SlowNetwork } from './support/slow-network.ts'
import { keptCopies } from './support/unsent-copies.ts'

const FIRST = 'Inledning'
const SECOND = 'Sammanfattning'
const FAR = 'Mål, strategier och utmaningar för kommande år'

const editor = (page: Page, heading: string): Locator => section(page, heading).locator('.ProseMirror')
const lines = (page: Page, heading: string): Locator => editor(page, heading).locator('> p')

async function sizeOf(locator: Locator): Promise<{ width: number; height: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not on the page')
  return box
}

/** Drags what is selected, by a place in it, to the end of another text. Each hover waits until the page stands still. */
async function drag(page: Page, grip: Locator, to: Locator): Promise<void> {
  const { height } = await sizeOf(grip)
  await grip.hover({ position: { x: 30, y: height / 2 } })
  await page.mouse.down()
  await grip.hover({ position: { x: 40, y: height / 2 + 4 } })
  const target = await sizeOf(to)
  for (const away of [12, 4])
    await to.hover({ position: { x: target.width - away, y: target.height - 6 }, force: true })
  await page.mouse.up()
}

async function selectLine(page: Page, line: Locator): Promise<void> {
  await line.click({ clickCount: 3 })
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(1)
}

test.describe
  .serial('text is moved from one section to another', () => {
    const network = new SlowNetwork()
    let mas: Page
    let mar: Page

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
      await network.between(mas)
      await createReport(mas, 'Flytta text')
      mar = await signIn(browser, 'MAR')
      await mar.goto(mas.url())
      await writeIn(mas, FIRST)
      await mas.keyboard.type('Överst')
      await writeIn(mas, SECOND)
      for (const line of ['Flyttas', 'Står kvar', 'Sist']) {
        await mas.keyboard.type(line)
        await mas.keyboard.press('Enter')
      }
      await saved(mas)
    })

    test('by dragging it, while another writes in both; undo in either section takes it back in both', async () => {
      await writeIn(mar, SECOND)
      await selectLine(mas, lines(mas, SECOND).filter({ hasText: 'Flyttas' }))
      const writing = mar.keyboard.type('Skrivet av MAR under flytten.', { delay: 10 })
      await drag(mas, lines(mas, SECOND).filter({ hasText: 'Flyttas' }), lines(mas, FIRST).first())
      await writing
      for (const page of [mas, mar]) {
        await expect(editor(page, FIRST)).toContainText('Flyttas')
        await expect(editor(page, SECOND)).not.toContainText('Flyttas')
        await expect(editor(page, SECOND)).toContainText('Skrivet av MAR under flytten.')
      }
      await expect(editor(mas, FIRST)).toBeFocused()
      await mas.keyboard.press('Control+z')
      for (const page of [mas, mar]) {
        await expect(editor(page, FIRST)).not.toContainText('Flyttas')
        await expect(lines(page, SECOND)).toHaveText(['Flyttas', 'Står kvar', 'Sist', 'Skrivet av MAR under flytten.'])
      }
      await mas.keyboard.press('Control+y')
      await expect(editor(mar, SECOND)).not.toContainText('Flyttas')
      await editor(mas, SECOND).click()
      await mas.keyboard.press('Control+z')
      for (const page of [mas, mar]) {
        await expect(lines(page, SECOND).first()).toHaveText('Flyttas')
        await expect(lines(page, FIRST)).toHaveText(['Överst'])
      }
      await saved(mas)
    })

    test('and what another writes in the paragraph just then goes along', async () => {
      const theirs = lines(mar, SECOND).filter({ hasText: 'Flyttas' })
      await theirs.click()
      await mar.keyboard.press('End')
      await selectLine(mas, lines(mas, SECOND).filter({ hasText: 'Flyttas' }))
      network.hold()
      await mar.keyboard.type(' med mer text')
      await saved(mar)
      await drag(mas, lines(mas, SECOND).filter({ hasText: 'Flyttas' }), lines(mas, FIRST).first())
      await expect(editor(mas, FIRST)).toContainText('Flyttas')
      network.release()
      for (const page of [mas, mar]) {
        await expect(editor(page, FIRST)).toContainText('Flyttas med mer text')
        await expect(editor(page, SECOND)).not.toContainText('med mer text')
      }
      await saved(mas)
    })

    test('by keys, through the section and over its border, both ways', async () => {
      await editor(mas, SECOND).locator('p', { hasText: 'Sist' }).click()
      for (const order of [['Sist', 'Står kvar'], null]) {
        await mas.keyboard.press('Alt+Shift+ArrowUp')
        if (order) await expect(lines(mas, SECOND).filter({ hasText: /Sist|kvar/ })).toHaveText(order)
      }
      for (const page of [mas, mar]) {
        await expect(lines(page, FIRST).last()).toHaveText('Sist')
        await expect(editor(page, SECOND)).not.toContainText('Sist')
      }
      await expect(mas.getByText(/Texten flyttades till [\d.]+ Inledning\./)).toHaveCount(1)
      await mas.keyboard.type('!')
      await expect(lines(mas, FIRST).last()).toContainText('!')
      await mas.keyboard.press('Control+z')
      await mas.keyboard.press('Alt+Shift+ArrowDown')
      for (const page of [mas, mar]) {
        await expect(lines(page, SECOND).first()).toContainText('Sist')
        await expect(editor(page, FIRST)).not.toContainText('Sist')
      }
      await saved(mas)
    })

    test('with its note, picture, figures and table, by cut and paste', async () => {
      await writeIn(mas, FIRST)
      await mas.keyboard.press('Enter')
      await mas.keyboard.type('Med not')
      await mas.getByRole('button', { name: 'Fotnot' }).click()
      await mas.keyboard.type('Källan.')
      await mas.keyboard.press('Escape')
      await mas.getByRole('button', { name: 'Bild', exact: true }).click()
      await mas.getByLabel('Bildfil').setInputFiles('e2e/support/trappa.png')
      await mas.getByLabel('Alternativtext').fill('Trappan')
      await mas.getByRole('button', { name: 'Infoga bilden' }).click()
      await expect(mas.getByRole('img', { name: 'Trappan' })).toBeVisible()
      await mas.getByRole('button', { name: 'Indikatortabell' }).click()
      const dialog = mas.getByRole('dialog')
      await dialog.getByLabel('Källa').selectOption({ label: 'Senior alert' })
      await dialog.getByRole('button', { name: 'Välj alla' }).click()
      await dialog.getByRole('button', { name: 'Infoga tabellen' }).click()
      await expect(editor(mas, FIRST).locator('.data-block td')).not.toHaveCount(0)
      const before = await editor(mas, FIRST).locator('.data-block td').allTextContents()
      const url = await mas.getByRole('img', { name: 'Trappan' }).getAttribute('src')

      await editor(mas, FIRST).locator('p').first().click()
      await mas.keyboard.press('Control+a')
      await mas.keyboard.press('Control+x')
      await expect(editor(mas, FIRST).locator('.data-block')).toHaveCount(0)
      const far = await writeIn(mas, FAR)
      await mas.keyboard.press('Control+v')
      await expect(far.locator('[data-footnote]')).toHaveText('Källan.')
      await expect(far.getByRole('img', { name: 'Trappan' })).toHaveAttribute('src', url ?? '')
      await expect(far.locator('.data-block td')).toHaveText(before)
      await section(mar, FAR).scrollIntoViewIfNeeded()
      await expect(section(mar, FAR).locator('.data-block td')).toHaveText(before)
      await expect(section(mar, FAR).locator('[data-footnote]')).toHaveText('Källan.')
      await saved(mas)
      await expectAccessible(mas)
    })

    test('a picture by itself, and a table of figures by its caption, are dragged to the section before', async () => {
      const above = 'Öka riskmedvetenhet och beredskap'
      const picture = editor(mas, FAR).getByRole('img', { name: 'Trappan' })
      // Both sections on one screen, away from its edges, where the browser scrolls by itself.
      await mas.setViewportSize({ width: 1280, height: 2600 })
      await section(mas, 'Bilagor').scrollIntoViewIfNeeded()
      await expect(editor(mas, above)).toHaveCount(1)
      await drag(mas, picture, editor(mas, above))
      for (const page of [mas, mar]) {
        await section(page, above).scrollIntoViewIfNeeded()
        await expect(section(page, above).getByRole('img', { name: 'Trappan' })).toBeVisible()
        await expect(section(page, FAR).getByRole('img', { name: 'Trappan' })).toHaveCount(0)
      }
      await drag(mas, editor(mas, FAR).locator('.data-block caption'), editor(mas, above).locator('p').last())
      await expect(editor(mas, above).locator('.data-block')).toHaveCount(1)
      await expect(editor(mas, FAR).locator('.data-block')).toHaveCount(0)
      for (let moves = 0; moves < 2; moves++) await mas.keyboard.press('Control+z')
      await expect(editor(mas, FAR).locator('.data-block')).toHaveCount(1)
      await expect(section(mar, FAR).getByRole('img', { name: 'Trappan' })).toHaveCount(1)
      await expect(editor(mas, above).locator('.data-block')).toHaveCount(0)
      await saved(mas)
      await mas.setViewportSize({ width: 1280, height: 900 })
    })

    test('a picture that is pasted into another report is stored there too, or left out and said to be', async () => {
      const copy = async (): Promise<void> => {
        await section(mar, FAR).scrollIntoViewIfNeeded()
        await editor(mar, FAR).locator('p').first().click()
        await mar.keyboard.press('Control+a')
        await mar.keyboard.press('Control+c')
      }
      const other = await mar.context().newPage()
      await createReport(other, 'En annan rapport')
      await mar.bringToFront()
      await copy()
      await other.bringToFront()
      await writeIn(other, FIRST)
      await other.keyboard.press('Control+v')
      const picture = editor(other, FIRST).getByRole('img', { name: 'Trappan' })
      await expect(picture).toHaveAttribute('src', new RegExp(`/api/reports/${reportId(other)}/images/`))
      await expect(editor(other, FIRST).locator('[data-footnote]')).toHaveText('Källan.')
      await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
      await saved(other)

      await other.route(`**/api/reports/${reportId(mas)}/images/**`, route => route.fulfill({ status: 404, json: {} }))
      await writeIn(other, SECOND)
      await other.keyboard.press('Control+v')
      await expect(other.getByRole('listitem').getByText('En bild följde inte med')).toBeVisible()
      await expect(editor(other, SECOND).locator('[data-footnote]')).toHaveText('Källan.')
      await expect(editor(other, SECOND).locator('.data-block')).toHaveCount(1)
      await expect(editor(other, SECOND).getByRole('img')).toHaveCount(0)
      await other.close()
    })

    test('not into one that is locked: it says so, and everything is as it was', async () => {
      await section(mar, FIRST).scrollIntoViewIfNeeded()
      await section(mar, FIRST)
        .getByRole('button', { name: /^Lås avsnittet/ })
        .click()
      await section(mas, SECOND).scrollIntoViewIfNeeded()
      await expect(section(mas, FIRST)).toContainText('Låst av MAR')
      await section(mar, SECOND).scrollIntoViewIfNeeded()
      for (const page of [mas, mar]) await expect(lines(page, SECOND).filter({ hasText: 'Sist' })).toHaveCount(1)
      const texts = await lines(mas, SECOND).allTextContents()
      await selectLine(mas, lines(mas, SECOND).filter({ hasText: 'Sist' }))
      await drag(mas, lines(mas, SECOND).filter({ hasText: 'Sist' }), section(mas, FIRST).locator('.report-text'))
      await expect(mas.getByRole('listitem').getByText(/Inledning är låst$/)).toBeVisible()
      await lines(mas, SECOND).filter({ hasText: 'Sist' }).click()
      for (let times = 0; times < texts.length + 1; times++) await mas.keyboard.press('Alt+Shift+ArrowUp')
      for (const page of [mas, mar])
        await expect
          .poll(async () => (await lines(page, SECOND).allTextContents()).toSorted())
          .toEqual(texts.toSorted())
      await expect(section(mas, FIRST)).not.toContainText('Sist')
    })

    test('nor into one that was locked while it was on its way', async () => {
      await section(mar, FIRST).scrollIntoViewIfNeeded()
      await section(mar, FIRST)
        .getByRole('button', { name: /^Lås upp/ })
        .click()
      // What is locked is shown in an editor too, one that takes nothing.
      await expect(editor(mas, FIRST)).not.toHaveAttribute('aria-readonly', 'true')
      await saved(mas)
      network.hold()
      await selectLine(mas, lines(mas, SECOND).filter({ hasText: 'Sist' }))
      await drag(mas, lines(mas, SECOND).filter({ hasText: 'Sist' }), editor(mas, FIRST).locator('p').last())
      await expect(editor(mas, FIRST)).toContainText('Sist')
      await section(mar, FIRST)
        .getByRole('button', { name: /^Lås avsnittet/ })
        .click()
      await expect(section(mar, FIRST)).toContainText('Låst av MAR')
      network.release()
      await expect(
        mas.getByRole('complementary', { name: 'Det här hann inte sparas innan avsnittet låstes' }),
      ).toContainText('Sist')
      for (const page of [mas, mar]) {
        await expect(section(page, SECOND)).toContainText('Sist')
        await expect(section(page, FIRST)).not.toContainText('Sist')
      }
      await saved(mas)
      await mar.reload()
      await expect(section(mar, SECOND)).toContainText('Sist')
    })

    test('nor when the page is loaded again before the answer', async () => {
      await section(mar, FIRST).scrollIntoViewIfNeeded()
      await section(mar, FIRST)
        .getByRole('button', { name: /^Lås upp/ })
        .click()
      // What is locked is shown in an editor too, one that takes nothing.
      await expect(editor(mas, FIRST)).not.toHaveAttribute('aria-readonly', 'true')
      await saved(mas)
      network.hold()
      await selectLine(mas, lines(mas, SECOND).filter({ hasText: 'Sist' }))
      await drag(mas, lines(mas, SECOND).filter({ hasText: 'Sist' }), editor(mas, FIRST).locator('p').last())
      await expect(editor(mas, FIRST)).toContainText('Sist')
      await expect.poll(() => keptCopies(mas)).toBe(1)
      await section(mar, FIRST)
        .getByRole('button', { name: /^Lås avsnittet/ })
        .click()
      await expect(section(mar, FIRST)).toContainText('Låst av MAR')
      mas.on('dialog', dialog => void dialog.accept())
      network.lose()
      await mas.reload()
      network.release()
      const offered = mas.getByRole('complementary', { name: 'Det här hann inte sparas innan avsnittet låstes' })
      await expect(offered).toContainText('Sist')
      for (const page of [mas, mar]) {
        await expect(section(page, SECOND)).toContainText('Sist')
        await expect(section(page, FIRST)).not.toContainText('Sist')
      }
      await saved(mas)
      await mar.reload()
      await expect(section(mar, SECOND)).toContainText('Sist')
    })
  })
