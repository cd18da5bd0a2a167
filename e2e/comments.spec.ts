import { expect, type Locator, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Kommentarer' })
const threads = (page: Page): Locator => panel(page).locator('[data-thread]')
const openPanel = (page: Page): Promise<void> => page.getByRole('button', { name: /^Kommentarer/ }).click()
/** The words of the text that a comment is on, as it looks. */
const underlined = (page: Page, heading: string): Promise<string[]> =>
  section(page, heading)
    .locator('.report-text [data-comment]')
    .evaluateAll(spans =>
      spans
        .filter(span => getComputedStyle(span).textDecorationLine === 'underline')
        .map(span => span.textContent ?? ''),
    )

/** Selects so many words before the caret. */
async function selectBack(page: Page, words: number): Promise<void> {
  for (let word = 0; word < words; word += 1) await page.keyboard.press('Control+Shift+ArrowLeft')
}

async function comment(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Alt+m')
  await expect(panel(page).getByRole('textbox', { name: 'Ny kommentar' })).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await expect(threads(page).filter({ hasText: text })).toBeVisible()
}

test.describe('comments', () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: 'serial' })
  let mas: Page
  let mar: Page
  let reviewer: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Kommenterad rapport')
    mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
  })

  test('are begun by keyboard on words just written, and reach the other author at once', async () => {
    await openPanel(mar)
    await expect(panel(mar)).toContainText('Markera ord i texten')
    await expectAccessible(mar)
    await writeIn(mas, 'Inledning')
    await mas.keyboard.type('Fallen minskade under året')
    await selectBack(mas, 3)
    await comment(mas, 'Stämmer det?')
    await expect(threads(mar)).toHaveCount(1)
    await expect(threads(mar)).toContainText('minskade under året')
    await expect(threads(mar)).toContainText('Stämmer det?')
    await expect.poll(() => underlined(mar, 'Inledning')).toEqual(['minskade under året'])
    await expect(mas.getByRole('button', { name: 'Kommentarer (1)' })).toBeVisible()
    await expect(mar.getByRole('link', { name: /Inledning.*1 öppen kommentar/ })).toBeVisible()
    await expectAccessible(mar)
  })

  test('the focus is in the text again, and undo takes back words and not the comment', async () => {
    await expect(section(mas, 'Inledning').locator('.ProseMirror')).toBeFocused()
    await mas.keyboard.press('Control+End')
    await mas.keyboard.type(' och våren.')
    await saved(mas)
    await mas.keyboard.press('Control+z')
    await expect(section(mas, 'Inledning')).not.toContainText('våren')
    expect(await underlined(mas, 'Inledning')).toEqual(['minskade under året'])
    await expect(threads(mas)).toHaveCount(1)
  })

  test('are answered, changed, taken back and said after all, live', async () => {
    await threads(mar).getByRole('button', { name: 'Svara' }).click()
    await expect(threads(mar).getByRole('textbox', { name: 'Svara' })).toBeFocused()
    await mar.keyboard.type('Ja, enligt Senior alert.')
    await threads(mar).getByRole('button', { name: 'Skicka' }).click()
    await expect(threads(mas)).toContainText('Ja, enligt Senior alert.')
    const answer = threads(mar).getByRole('listitem').filter({ hasText: 'Senior alert' })
    await answer.getByRole('button', { name: 'Ändra' }).click()
    await expect(threads(mar).getByRole('textbox', { name: 'Ändra' })).toBeFocused()
    await mar.keyboard.type(' Och Nka.')
    await answer.getByRole('button', { name: 'Spara' }).click()
    await expect(threads(mas)).toContainText('Ja, enligt Senior alert. Och Nka.')
    await expect(threads(mas)).toContainText('ändrad')
    await answer.getByRole('button', { name: 'Ta bort' }).click()
    await expect(threads(mas)).toContainText('Borttagen')
    await expect(threads(mas)).not.toContainText('Senior alert')
    // What somebody else has said is theirs.
    await expect(threads(mas).getByRole('button', { name: 'Ta bort' })).toHaveCount(1)
    await threads(mar).getByRole('button', { name: 'Ångra' }).click()
    await expect(threads(mas)).toContainText('Senior alert')
  })

  test('what is written and not sent is there after a reload', async () => {
    await threads(mar).getByRole('button', { name: 'Svara' }).click()
    await expect(threads(mar).getByRole('textbox', { name: 'Svara' })).toBeFocused()
    await mar.keyboard.type('Halvfärdigt')
    await mar.reload()
    await openPanel(mar)
    await expect(threads(mar).getByRole('textbox', { name: 'Svara' })).toHaveValue('Halvfärdigt')
    await threads(mar).getByRole('button', { name: 'Avbryt' }).click()
    await expectAccessible(mar)
  })

  test('the caret in the words leads to the thread, and the thread to the words', async () => {
    await writeIn(mar, 'Inledning')
    await mar.keyboard.press('ArrowLeft')
    await expect(threads(mar)).toHaveAttribute('aria-current', 'true')
    await mar.keyboard.press('Control+Home')
    await expect(threads(mar)).not.toHaveAttribute('aria-current', 'true')
    await threads(mar).getByRole('button', { name: 'Gå till texten' }).click()
    await expect(section(mar, 'Inledning').locator('.ProseMirror')).toBeFocused()
    await expect(threads(mar)).toHaveAttribute('aria-current', 'true')
    // The same by the keyboard: from the words to the thread, and back by Escape.
    await mar.keyboard.press('ArrowRight')
    await mar.keyboard.press('Control+Alt+m')
    await mar.keyboard.press('Control+Home')
    await panel(mar).getByRole('heading', { name: 'Kommentarer' }).focus()
    await mar.keyboard.press('Escape')
    await expect(panel(mar)).toHaveCount(0)
    await expect(section(mar, 'Inledning').locator('.ProseMirror')).toBeFocused()
    await openPanel(mar)
  })

  test('go with the words to another section', async () => {
    await writeIn(mas, 'Inledning')
    await selectBack(mas, 3)
    await mas.keyboard.press('Control+x')
    await writeIn(mas, 'Sammanfattning')
    await mas.keyboard.press('Control+v')
    await saved(mas)
    await expect.poll(() => underlined(mar, 'Sammanfattning')).toEqual(['minskade under året'])
    await expect(panel(mar).getByRole('group', { name: /Sammanfattning/ })).toContainText('Stämmer det?')
  })

  test('are begun by somebody who may not write, in a text that stays as it is', async ({ browser }) => {
    reviewer = await signIn(browser, 'Nämndsekreterare')
    await reviewer.goto(mas.url())
    const text = section(reviewer, 'Inledning').getByRole('textbox', { name: /går bara att läsa och kommentera/ })
    await text.scrollIntoViewIfNeeded()
    await text.click()
    await reviewer.keyboard.press('Control+Home')
    await reviewer.keyboard.type('Otillåtet')
    await reviewer.keyboard.press('Enter')
    await reviewer.keyboard.press('Control+Shift+ArrowRight')
    await comment(reviewer, 'Vilka fall?')
    await expect(text).toHaveText('Fallen')
    await expect(threads(mas).filter({ hasText: 'Vilka fall?' })).toContainText('Nämndsekreterare')
    await expect
      .poll(() => underlined(mas, 'Inledning'))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^Fallen/)]))
    await expectAccessible(reviewer)
  })

  test('on words that are gone say so, and are kept', async () => {
    await writeIn(mas, 'Sammanfattning')
    await mas.keyboard.press('Control+a')
    await mas.keyboard.press('Delete')
    await writeIn(mas, 'Inledning')
    await mas.keyboard.press('Control+a')
    await mas.keyboard.press('Delete')
    await saved(mas)
    await expect(threads(mar).filter({ hasText: 'Stämmer det?' })).toContainText('finns inte kvar')
    await mas.keyboard.press('Control+z')
    await saved(mas)
    await expect.poll(() => underlined(mar, 'Inledning').then(words => words.join(''))).toContain('Fallen')
  })

  test('are resolved and opened again', async () => {
    const thread = threads(mar).filter({ hasText: 'Vilka fall?' })
    await thread.getByRole('button', { name: 'Markera som löst' }).click()
    await expect(thread).toHaveCount(0)
    await expect(mas.getByRole('button', { name: 'Kommentarer (1)' })).toBeVisible()
    await panel(mas).getByRole('radio', { name: 'Lösta' }).check()
    await expect(threads(mas)).toContainText('Löst av MAR')
    await threads(mas).getByRole('button', { name: 'Öppna igen' }).click()
    await expect(threads(mar).filter({ hasText: 'Vilka fall?' })).toHaveCount(1)
    await panel(mas).getByRole('radio', { name: 'Öppna', exact: true }).check()
  })

  test('that are open are warned of before the lock', async () => {
    await mas.getByRole('button', { name: 'Lås rapporten' }).click()
    const dialog = mas.getByRole('dialog')
    await expect(dialog).toContainText('2 öppna kommentarer. Lös dem innan du låser')
    await expectAccessible(mas)
    await dialog.getByRole('button', { name: 'Avbryt' }).click()
  })

  test('fit a phone', async () => {
    await mar.setViewportSize({ width: 390, height: 844 })
    await expect(threads(mar).first()).toBeVisible()
    await expectAccessible(mar)
    await mar.screenshot({ path: test.info().outputPath('phone.png') })
    await threads(mar).first().getByRole('button', { name: 'Svara' }).click()
    await expect(threads(mar).getByRole('textbox', { name: 'Svara' })).toBeInViewport()
    await expectAccessible(mar)
    await mar.screenshot({ path: test.info().outputPath('phone-answer.png') })
  })
})
