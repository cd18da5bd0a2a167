import { fork } from 'node:child_process'
import type { Browser, Page } from '@playwright/test'
import { contextOf } from './browser.ts'
import { type Percentiles, percentiles } from './statistics.ts'

export interface TypingFigures {
  /** Key down in A to the frame that shows it, ms. */
  keyToPaint: Percentiles
  /** Key down in A to the changed DOM in B, ms. */
  keyToOther: Percentiles
}

interface Place {
  url: string
  reportId: string
  sectionIds: string[]
  cookies: [string, string]
}

const KEYS = 200
const TYPISTS = 10
const KEYS_PER_SECOND = 5

interface Clock {
  downs: number[]
  paints: number[]
  seen: number[]
}

/** Notes when keys go down and when the frame after them is painted, on the clock that all pages share. */
function watchKeys(): void {
  const clock: Clock = { downs: [], paints: [], seen: [] }
  Object.assign(window, { clock })
  const channel = new MessageChannel()
  channel.port1.onmessage = () => clock.paints.push(performance.timeOrigin + performance.now())
  window.addEventListener(
    'keydown',
    event => {
      clock.downs.push(performance.timeOrigin + event.timeStamp)
      requestAnimationFrame(() => channel.port2.postMessage(null))
    },
    { capture: true },
  )
}

/** In B: notes when each further "q" of A's run has reached the DOM. */
function watchText(sectionId: string): void {
  const clock = (window as unknown as { clock: Clock }).clock
  const root = document.getElementById(`avsnitt-${sectionId}`) ?? document.body
  const count = (): number => (root.textContent?.match(/q{2,}/)?.[0].length ?? 2) - 2
  new MutationObserver(() => {
    const now = performance.timeOrigin + performance.now()
    while (clock.seen.length < count()) clock.seen.push(now)
  }).observe(root, { subtree: true, childList: true, characterData: true })
}

const clockOf = (page: Page): Promise<Clock> => page.evaluate(() => (window as unknown as { clock: Clock }).clock)

async function openSection(browser: Browser, place: Place, cookie: string, sectionId: string): Promise<Page> {
  const page = await (await contextOf(browser, place.url, cookie)).newPage()
  await page.addInitScript(watchKeys)
  await page.goto(`${place.url}/rapporter/${place.reportId}#avsnitt-${sectionId}`)
  await page.locator(`[id="avsnitt-${sectionId}"] .ProseMirror[contenteditable="true"]`).click()
  return page
}

export async function measureTyping(browser: Browser, place: Place): Promise<TypingFigures> {
  const [section = ''] = place.sectionIds.slice(1)
  const typists = fork('bench/typists.ts', { execArgv: ['--import', 'tsx'] })
  const allTyping = new Promise<void>(resolve => {
    let typing = 0
    typists.on('message', () => {
      typing += 1
      if (typing === TYPISTS) resolve()
    })
  })
  typists.send({ ...place, cookie: place.cookies[0], typists: TYPISTS, keysPerSecond: KEYS_PER_SECOND })
  await allTyping

  const a = await openSection(browser, place, place.cookies[0], section)
  const b = await openSection(browser, place, place.cookies[1], section)
  await a.bringToFront()
  await a.keyboard.press('Control+End')
  await a.keyboard.press('Enter')
  await a.keyboard.type('qq')
  await b.waitForFunction(id => document.getElementById(`avsnitt-${id}`)?.textContent?.includes('qq'), section)
  await b.evaluate(watchText, section)
  await a.evaluate(() => {
    const { clock } = window as unknown as { clock: Clock }
    clock.downs.length = 0
    clock.paints.length = 0
  })
  await a.keyboard.type('q'.repeat(KEYS), { delay: 120 })
  await b.waitForFunction(keys => (window as unknown as { clock: Clock }).clock.seen.length >= keys, KEYS)

  const [{ downs, paints }, { seen }] = await Promise.all([clockOf(a), clockOf(b)])
  typists.kill()
  await Promise.all([a.context().close(), b.context().close()])
  const since = (ends: number[]): number[] =>
    downs.slice(0, KEYS).flatMap((down, i) => (ends[i] === undefined ? [] : [ends[i] - down]))
  return { keyToPaint: percentiles(since(paints)), keyToOther: percentiles(since(seen)) }
}
