import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { section, signIn, writeIn } from './support/people.ts'

interface Key {
  key: string
  code: string
  windowsVirtualKeyCode: number
  modifiers?: number
  text?: string
}

const HEADING = 'Mål, strategier och utmaningar för kommande år'
const CONTROL = 2
const SHIFT = 8
const WORD_BACK = { key: 'ArrowLeft', code: 'ArrowLeft', windowsVirtualKeyCode: 37, modifiers: CONTROL | SHIFT }
const CUT = { key: 'x', code: 'KeyX', windowsVirtualKeyCode: 88, modifiers: CONTROL }
const HOME = { key: 'Home', code: 'Home', windowsVirtualKeyCode: 36 }
const END = { key: 'End', code: 'End', windowsVirtualKeyCode: 35 }
const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }

/** Presses keys while the page is busy, so that they wait for it together, each with the `selectionchange` of the last. */
async function pressAtOnce(page: Page, keys: Key[]): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const busy = page.evaluate(() => {
    const until = performance.now() + 300
    while (performance.now() < until);
  })
  const pressed = keys.flatMap(key => [
    browser.send('Input.dispatchKeyEvent', { type: key.text ? 'keyDown' : 'rawKeyDown', ...key }),
    browser.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', text: '' }),
  ])
  await Promise.all([busy, ...pressed])
  await browser.detach()
}

const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()))
const lines = (page: Page): Promise<string[]> => page.locator('.ProseMirror-focused > p').allTextContents()

test.describe('no key is lost', () => {
  let mas: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Tangenter')
  })

  async function writeLine(heading: string): Promise<void> {
    await writeIn(mas, heading)
    await mas.keyboard.type('Fallen minskade under året')
  }

  test('what is cut is what the last key selected, however busy the page is', async () => {
    await writeLine('Inledning')
    await mas.keyboard.press('Control+Shift+ArrowLeft')
    await mas.keyboard.press('Control+Shift+ArrowLeft')
    await expect.poll(() => selected(mas)).toBe('under året')
    await pressAtOnce(mas, [WORD_BACK, CUT])
    await expect.poll(() => lines(mas)).toEqual(['Fallen '])
    await mas.keyboard.press('Control+v')
    await expect.poll(() => lines(mas)).toEqual(['Fallen minskade under året'])
  })

  test('a paragraph is split where the last key put the caret', async () => {
    await writeLine('Sammanfattning')
    await pressAtOnce(mas, [HOME, ENTER, END, ENTER])
    await expect.poll(() => lines(mas)).toEqual(['', 'Fallen minskade under året', ''])
  })

  test("another's caret at the start of a line does not hold up one's own", async ({ browser }) => {
    await writeLine(HEADING)
    await mas.keyboard.press('Enter')
    const mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
    await writeIn(mar, HEADING)
    await mar.keyboard.press('Control+Home')
    const line = section(mas, HEADING).locator('.ProseMirror > p').first()
    await expect(line.locator('.caret')).toHaveCount(1)
    const selectLine = async (): Promise<void> => {
      await mas.keyboard.press('Control+Home')
      await mas.keyboard.press('Shift+End')
      await expect.poll(() => selected(mas)).toBe('Fallen minskade under året')
    }
    await selectLine()
    await mas.keyboard.press('Control+b')
    await expect(line.locator('strong .caret')).toHaveCount(1)
    await selectLine()
    await mas.keyboard.press('Control+Home')
    await mas.keyboard.press('End')
    await mas.keyboard.type('!')
    await expect(line).toHaveText('Fallen minskade under året!')
    await mas.keyboard.press('Control+Home')
    await mas.keyboard.press('ArrowDown')
    await mas.keyboard.type('Under.')
    await expect.poll(() => lines(mas)).toEqual(['Fallen minskade under året!', 'Under.'])
  })
})
