import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { saved, section, signIn, writeIn } from './support/people.ts'

const HERE = 'Inledning'
const BESIDE = 'Sammanfattning'
const FAR = 'Mål, strategier och utmaningar för kommande år'

const editor = (page: Page, heading: string): Locator => section(page, heading).locator('.ProseMirror')

/** Scrolls as a reader does, without touching the text; resolves when what is out of the way has been released. */
async function scrollAway(page: Page): Promise<void> {
  await section(page, FAR).scrollIntoViewIfNeeded()
  await expect(editor(page, FAR)).toHaveCount(1)
  await expect(editor(page, BESIDE)).toHaveCount(0)
}

test.describe
  .serial('an editor that somebody is in the middle of is not released when it is scrolled away', () => {
    let mas: Page
    let mar: Page
    let keyboard: CDPSession

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
      await createReport(mas, 'Skrolla bort')
      mar = await signIn(browser, 'MAR')
      await mar.goto(mas.url())
      keyboard = await mas.context().newCDPSession(mas)
    })

    test('a word that is being composed goes on, and is whole for everybody', async () => {
      const text = await writeIn(mas, HERE)
      await mas.keyboard.type('Före ')
      await keyboard.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 })
      await keyboard.send('Input.imeSetComposition', { text: 'étu', selectionStart: 3, selectionEnd: 3 })
      await expect(text).toHaveText('Före étu')
      await scrollAway(mas)
      await expect(text).toHaveText('Före étu')
      await keyboard.send('Input.imeSetComposition', { text: 'étude', selectionStart: 5, selectionEnd: 5 })
      await keyboard.send('Input.insertText', { text: 'étude' })
      await expect(text).toHaveText('Före étude')
      await mas.keyboard.type(' efter')
      for (const page of [mas, mar]) await expect(section(page, HERE)).toContainText('Före étude efter')
      await saved(mas)
    })

    test('a selection stays, and what is typed replaces it', async () => {
      const text = await writeIn(mas, HERE)
      await mas.keyboard.press('Home')
      for (let letter = 0; letter < 'Före'.length; letter++) await mas.keyboard.press('Shift+ArrowRight')
      await scrollAway(mas)
      await mas.keyboard.type('Efter')
      await expect(text).toHaveText('Efter étude efter')
      await expect(section(mar, HERE)).toContainText('Efter étude efter')
      await saved(mas)
    })

    test('and goes when somebody writes elsewhere', async () => {
      await writeIn(mas, FAR)
      await expect(editor(mas, HERE)).toHaveCount(0)
      await expect(section(mas, HERE)).toContainText('Efter étude efter')
    })
  })
