import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page has between two things that somebody does after each other. */
const MOST_STOPS = 80

/** How many pixels of outline mark what has the focus; a file that is shown marks its own. */
const focusMark = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body || focused instanceof HTMLObjectElement) return 1
    const { outlineStyle, outlineWidth } = getComputedStyle(focused)
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
  })

/** Presses Tab until the place has the focus, which is seen at every stop. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible()
  const handle = await place.elementHandle()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(wanted => document.activeElement === wanted, handle)) {
      expect(await focusMark(page)).toBeGreaterThan(0)
      return
    }
  }
  throw new Error(`not reached by Tab: ${place}`)
}

/** Goes to a button or link by Tab and presses Enter. */
export async function pressEnterAt(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

/** Goes to a list to choose from, and down it to the first choice with such a name. */
export async function chooseByArrows(page: Page, list: Locator, name: RegExp): Promise<void> {
  await tabTo(page, list)
  // From its beginning, whatever was chosen.
  await page.keyboard.press('Home')
  const count = await list.locator('option').count()
  for (let pressed = 0; pressed < count; pressed++) {
    await page.keyboard.press('ArrowDown')
    if (name.test(await list.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? ''))) return
  }
  throw new Error(`nothing in the list is called ${name}`)
}
