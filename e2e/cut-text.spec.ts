import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, expect, type Locator, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { ageLooseTexts, looseTexts } from './support/loose-texts.ts'
import { expectAccessible, saved, section, signIn, signInButton, writeIn } from './support/people.ts'
import { SlowNetwork } from './support/slow-network.ts'
import { copies, keptCopies } from './support/unsent-copies.ts'

const WORDS = 'Fallen minskade under året'

const offered = (page: Page): Locator =>
  page.getByRole('complementary', { name: /klippte du ut|hann inte sparas|skrev i det/ })

async function cutFrom(page: Page, heading: string, words = WORDS): Promise<void> {
  await writeIn(page, heading)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  await expect(section(page, heading)).not.toContainText(words)
}

async function pasteIn(page: Page, heading: string): Promise<void> {
  await writeIn(page, heading)
  await page.keyboard.press('Control+v')
  await expect(section(page, heading)).toContainText(WORDS)
}

async function close(page: Page): Promise<void> {
  await offered(page)
    .getByRole('button', { name: /^Stäng/ })
    .click()
  await expect(offered(page)).toHaveCount(0)
}

/** A report with the words in one section, all of it saved. */
async function reportWith(browser: Browser, title: string): Promise<Page> {
  const page = await signIn(browser, 'MAS')
  await createReport(page, title)
  await writeIn(page, 'Inledning')
  await page.keyboard.type(WORDS)
  await saved(page)
  page.on('dialog', dialog => void dialog.accept())
  return page
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
    await saved(mas)
    await mas.reload()
    await expect(offered(mas)).toContainText(WORDS)
    await expect(offered(mas)).toContainText('Inledning')
    await expectAccessible(mas)
    await mas.reload()
    await offered(mas).getByRole('button', { name: 'Kopiera' }).click()
    await expect(offered(mas)).toContainText('Kopierat')
    await pasteIn(mas, 'Inledning')
    await saved(mas)
    await close(mas)
    await expect.poll(() => looseTexts(mas)).toBe(0)
  })

  test('and pasted elsewhere, or taken back, is kept no longer', async () => {
    await cutFrom(mas, 'Inledning')
    await expect.poll(() => looseTexts(mas)).toBe(1)
    await pasteIn(mas, 'Sammanfattning')
    await expect.poll(() => looseTexts(mas)).toBe(0)
    await saved(mas)
    // What follows at once would be one step of undo history with the paste.
    await mas.reload()
    await cutFrom(mas, 'Sammanfattning')
    await expect.poll(() => looseTexts(mas)).toBe(1)
    await mas.keyboard.press('Control+z')
    await expect(section(mas, 'Sammanfattning')).toContainText(WORDS)
    await expect.poll(() => looseTexts(mas)).toBe(0)
    await mas.reload()
    await saved(mas)
    await expect(offered(mas)).toHaveCount(0)
  })

  test('and pasted into a section that was locked on the way is offered once', async ({ browser }) => {
    const mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
    await cutFrom(mas, 'Sammanfattning')
    await saved(mas)
    network.hold()
    await pasteIn(mas, 'Inledning')
    const row = section(mar, 'Inledning')
    // The page says so before the server does.
    const locked = mar.waitForResponse(response => response.request().method() === 'PATCH')
    await row.getByRole('button', { name: /^Lås avsnittet/ }).click()
    expect((await locked).ok()).toBe(true)
    await expect(row).toContainText('Låst av MAR')
    network.release()
    await expect(offered(mas)).toContainText(WORDS)
    await expect(section(mas, 'Inledning')).not.toContainText(WORDS)
    // Not taken and stored nowhere else: still offered after a reload.
    await mas.reload()
    await saved(mas)
    await expect(offered(mas).getByText(WORDS)).toHaveCount(1)
    await expect(offered(mas)).not.toContainText('klippte du ut')
    // Whoever has had it as the one is not offered it as the other.
    await close(mas)
    await expect.poll(() => looseTexts(mas)).toBe(0)
    await expect.poll(() => copies(mas)).toEqual([])
    await mas.reload()
    await saved(mas)
    await expect(offered(mas)).toHaveCount(0)
  })
})

test('is offered by the next page when the tab was closed, and by no tab beside one that is open', async ({
  browser,
}) => {
  const first = await reportWith(browser, 'Flikar')
  const url = first.url()
  await writeIn(first, 'Sammanfattning')
  await first.keyboard.type('Skrivet i den andra fliken')
  await saved(first)
  await cutFrom(first, 'Inledning')
  await saved(first)
  const second = await first.context().newPage()
  await second.goto(url)
  await cutFrom(second, 'Sammanfattning', 'Skrivet i den andra fliken')
  await saved(second)
  await expect(offered(second)).toHaveCount(0)
  await expect.poll(() => looseTexts(second)).toBe(2)

  // Each is offered its own.
  await second.reload()
  await expect(offered(second)).toContainText('Skrivet i den andra fliken')
  await expect(offered(second)).not.toContainText(WORDS)
  await close(second)
  await first.close()
  await second.reload()
  await expect(offered(second)).toContainText(WORDS)
  await expect(offered(second)).not.toContainText('Skrivet i den andra fliken')

  // What is offered in one tab is not in another.
  const third = await second.context().newPage()
  await third.goto(url)
  await saved(third)
  await expect(offered(third)).toHaveCount(0)
  await close(second)
  await third.reload()
  await saved(third)
  await expect(offered(third)).toHaveCount(0)
  expect(await looseTexts(third)).toBe(0)
})

test('is offered for a week, and not after signing out', async ({ browser }) => {
  const page = await reportWith(browser, 'En vecka')
  const url = page.url()
  await cutFrom(page, 'Inledning')
  await saved(page)
  await ageLooseTexts(page, 6)
  await page.reload()
  await expect(offered(page)).toContainText(WORDS)
  await ageLooseTexts(page, 2)
  await page.reload()
  await saved(page)
  await expect(offered(page)).toHaveCount(0)
  expect(await looseTexts(page)).toBe(0)

  await writeIn(page, 'Inledning')
  await page.keyboard.press('Control+v')
  await cutFrom(page, 'Inledning')
  await saved(page)
  await expect.poll(() => looseTexts(page)).toBe(1)
  await page.goto('/')
  await page.getByRole('button', { name: /MAS/ }).click()
  await page.getByRole('menuitem', { name: 'Logga ut' }).click()
  await page.waitForURL('**/logga-in**')
  expect(await looseTexts(page)).toBe(0)
  await (await signInButton(page, 'MAS')).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rapporter' })).toBeVisible()
  await page.goto(url)
  await saved(page)
  await expect(offered(page)).toHaveCount(0)
})

test('and pasted without contact is sent by the next page, and offered where only the cut was made', async ({
  browser,
}) => {
  const first = await reportWith(browser, 'Utan kontakt')
  const url = first.url()
  const context = first.context()
  await cutFrom(first, 'Inledning')
  await saved(first)
  await context.setOffline(true)
  await pasteIn(first, 'Sammanfattning')
  await expect.poll(() => keptCopies(first)).toBe(1)
  await first.close()
  await context.setOffline(false)
  const second = await context.newPage()
  second.on('dialog', dialog => void dialog.accept())
  await second.goto(url)
  await expect(section(second, 'Sammanfattning')).toContainText(WORDS)
  await saved(second)
  await expect.poll(() => looseTexts(second)).toBe(0)
  await expect(offered(second)).toHaveCount(0)

  await context.setOffline(true)
  await cutFrom(second, 'Sammanfattning')
  await expect.poll(() => looseTexts(second)).toBe(1)
  await expect.poll(() => keptCopies(second)).toBe(1)
  await second.close()
  await context.setOffline(false)
  const third = await context.newPage()
  await third.goto(url)
  await expect(offered(third)).toContainText(WORDS)
  await expect(section(third, 'Sammanfattning')).not.toContainText(WORDS)
  await saved(third)
})

/** The browser with this profile, as whoever kills it from outside finds it. */
function processOf(profile: string): number {
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const command = readIfThere(`/proc/${pid}/cmdline`).split('\0')
    if (command.includes(`--user-data-dir=${profile}`) && !command.some(one => one.startsWith('--type=')))
      return Number(pid)
  }
  throw new Error(`no browser with ${profile}`)
}

/** Processes come and go while they are looked at. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

test('is offered after the browser has been killed', async ({ browser, launchOptions, baseURL }) => {
  test.skip(process.platform !== 'linux', 'finds the process in /proc')
  const url = await reportWith(browser, 'Webbläsaren dog').then(page => page.url())
  const profile = join(tmpdir(), `samskrift-profile-${process.pid}`)
  const launch = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, { ...launchOptions, ...(baseURL && { baseURL }) })
  try {
    const before = await launch()
    const page = before.pages()[0] as Page
    await page.goto('/')
    await (await signInButton(page, 'MAS')).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Rapporter' })).toBeVisible()
    await page.goto(url)
    await cutFrom(page, 'Inledning')
    await saved(page)
    const gone = before.waitForEvent('close')
    process.kill(processOf(profile), 'SIGKILL')
    await gone
    const after = await launch()
    const next = after.pages()[0] as Page
    await next.goto('/')
    const button = await signInButton(next, 'MAS')
    const heading = next.getByRole('heading', { level: 1, name: 'Rapporter' })
    await expect(button.or(heading).first()).toBeVisible()
    if (await button.isVisible()) await button.click()
    await expect(heading).toBeVisible()
    await next.goto(url)
    await expect(section(next, 'Inledning')).not.toContainText(WORDS)
    await expect(offered(next)).toContainText(WORDS)
    await after.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

test('leaves what another was writing in it just then to be put in again', async ({ browser }) => {
  const network = new SlowNetwork()
  const mas = await signIn(browser, 'MAS')
  await network.between(mas)
  await createReport(mas, 'Skrev just då')
  await writeIn(mas, 'Inledning')
  await mas.keyboard.type(WORDS)
  await mas.keyboard.press('Enter')
  await mas.keyboard.type('Trycksåren också')
  await saved(mas)
  const mar = await signIn(browser, 'MAR')
  await mar.goto(mas.url())
  await writeIn(mar, 'Inledning')
  network.hold()
  await mar.keyboard.type(' i hela kommunen')
  await saved(mar)
  await cutFrom(mas, 'Inledning')
  const there = await writeIn(mas, 'Sammanfattning')
  await mas.keyboard.press('Control+v')
  network.release()
  const panel = offered(mas)
  await expect(panel).toContainText('MAR skrev det här i stycket')
  await expect(panel).toContainText('Trycksåren också')
  await expect(panel.locator('.report-text')).toHaveText('i hela kommunen')
  // It comes by itself: whoever writes on is not disturbed.
  await expect(there).toBeFocused()
  await mas.keyboard.type(',')
  await expect(there).toContainText('Trycksåren också,')
  await saved(mas)
  await expect(section(mar, 'Inledning')).not.toContainText('i hela kommunen')
  await expectAccessible(mas)
  await mas.reload()
  await expect(panel).toContainText('MAR skrev det här i stycket')
  await expect(panel).not.toContainText('klippte du ut')
  await panel.getByRole('button', { name: 'Kopiera' }).click()
  await writeIn(mas, 'Sammanfattning')
  await mas.keyboard.press('Control+v')
  await expect(section(mar, 'Sammanfattning')).toContainText('i hela kommunen')
  await saved(mas)
  await mas.reload()
  await saved(mas)
  await expect.poll(() => looseTexts(mas)).toBe(0)
  await expect(panel).toHaveCount(0)
})
