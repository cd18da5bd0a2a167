import { fork } from 'node:child_process'
import type { Browser, Page } from '@playwright/test'
import { contextOf } from './browser.ts'
import { type Percentiles, percentiles } from './statistics.ts'

export interface TypingFigures {
  /** Key down to the frame that shows it, while ten others type in the report, ms. */
  keyToPaint: Percentiles
  /** Key down in A to the changed DOM in B, ms. */
  keyToOther: Percentiles
}

export interface Place {
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

const since = (downs: number[], ends: number[]): number[] =>
  downs.slice(0, KEYS).flatMap((down, i) => (ends[i] === undefined ? [] : [ends[i] - down]))

/** A paragraph of its own, whose text nobody else writes. */
async function beginParagraph(page: Page): Promise<void> {
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('qq')
}

async function typeMeasuredKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { clock } = window as unknown as { clock: Clock }
    clock.downs.length = 0
    clock.paints.length = 0
  })
  await page.keyboard.type('q'.repeat(KEYS), { delay: 120 })
}

/** One author's screen while ten others write in the same report. */
export async function measureKeyToPaint(browser: Browser, place: Place, sectionId: string): Promise<Percentiles> {
  const typists = fork('bench/typists.ts', { execArgv: ['--import', 'tsx'] })
  const allTyping = new Promise<void>(resolve => {
    let typing = 0
    typists.on('message', () => {
      typing += 1
      if (typing === TYPISTS) resolve()
    })
  })
  typists.send({ ...place, cookie: place.cookies[1], typists: TYPISTS, keysPerSecond: KEYS_PER_SECOND })
  await allTyping
  try {
    const page = await openSection(browser, place, place.cookies[0], sectionId)
    await beginParagraph(page)
    await typeMeasuredKeys(page)
    const { downs, paints } = await clockOf(page)
    await page.context().close()
    return percentiles(since(downs, paints))
  } finally {
    typists.kill()
  }
}

/** Two authors, both of whose screens this machine draws. */
async function measureKeyToOther(browser: Browser, place: Place, sectionId: string): Promise<Percentiles> {
  const a = await openSection(browser, place, place.cookies[0], sectionId)
  const b = await openSection(browser, place, place.cookies[1], sectionId)
  await a.bringToFront()
  await beginParagraph(a)
  await b.waitForFunction(id => document.getElementById(`avsnitt-${id}`)?.textContent?.includes('qq'), sectionId)
  await b.evaluate(watchText, sectionId)
  await typeMeasuredKeys(a)
  await b.waitForFunction(keys => (window as unknown as { clock: Clock }).clock.seen.length >= keys, KEYS)
  const [{ downs }, { seen }] = await Promise.all([clockOf(a), clockOf(b)])
  await Promise.all([a.context().close(), b.context().close()])
  return percentiles(since(downs, seen))
}

export async function measureTyping(browser: Browser, place: Place): Promise<TypingFigures> {
  const [, first = '', second = ''] = place.sectionIds
  return {
    keyToPaint: await measureKeyToPaint(browser, place, first),
    keyToOther: await measureKeyToOther(browser, place, second),
  }
}
