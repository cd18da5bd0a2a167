import { type Browser, type BrowserContext, type Cookie, expect, type Locator, type Page } from '@playwright/test'
import { demoOrganisation } from '#server/demo/demo-organisation.ts'
import { axeViolations } from './axe.ts'
import { loginIn, ownOrganisation } from './own-organisation.ts'

/** Cookies of those who have signed in since the browser was started, by server and login. */
const sessions = new Map<string, Cookie[]>()

/**
 * A demo user of the file's own organisation in a browser context of their own.
 * @param baseURL of another server than the one that all tests share: a user of its demo
 */
export async function signIn(browser: Browser, name: string, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...(baseURL && { baseURL }),
  })
  const login = baseURL ? loginIn(demoOrganisation.users, name) : (await ownOrganisation()).loginOf(name)
  const key = `${baseURL ?? ''} ${login}`
  const session = sessions.get(key)
  if (session) await context.addCookies(session)
  else await beginSession(context, login)
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: /^(Rapporter|Mina avsnitt)$/ })).toBeVisible()
  if (!session) sessions.set(key, await context.cookies())
  return page
}

/** What the button on the sign-in page asks for. */
async function beginSession({ request }: BrowserContext, login: string): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const answer = await request.post('/api/auth/callback/demo', { form: { csrfToken, login, json: 'true' } })
  expect(answer.ok()).toBe(true)
}

/** On the sign-in page. */
export async function signInButton(page: Page, name: string): Promise<Locator> {
  const own = page.getByRole('region', { name: (await ownOrganisation()).name, exact: true })
  return own.getByRole('button', { name: new RegExp(`^${name}\\b`) })
}

/** No violation of WCAG 2.2 AA that a machine can find on the page as it stands, and no scrolling sideways (1.4.10). */
export async function expectAccessible(page: Page): Promise<void> {
  // What the bar half covers while the page is scrolled is not a target that is too small.
  await page.evaluate(() => window.scrollTo(0, 0))
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(await axeViolations(page)).toEqual([])
}

export const section = (page: Page, heading: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^[\\d.]+\\s*${heading}`) })

/** The editor of a section, with the caret at the end of its text. */
export async function writeIn(page: Page, heading: string): Promise<Locator> {
  const place = section(page, heading).first()
  await place.scrollIntoViewIfNeeded()
  const text = place.locator('.ProseMirror[contenteditable="true"]')
  await text.click()
  await page.keyboard.press('Control+End')
  return text
}

export const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: /^Sparat$/ })).toBeVisible()
