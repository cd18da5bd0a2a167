import type { Browser } from '@playwright/test'
import { measureKeyToPaint, type Place } from '../measure-typing.ts'
import type { Percentiles } from '../statistics.ts'

export interface QueueFigures {
  /** Key down to the frame that shows it, ms. */
  rest: Percentiles
  exporting: Percentiles
  /** Exports that were not done when the last key was pressed: they went on all the while. */
  leftAtLastKey: number
  /** From the first wish to the last file, ms. */
  allDoneMs: number
}

const FORMATS = ['pdf', 'pdf', 'pdf', 'docx', 'docx', 'docx', 'docx', 'html', 'html', 'html']

/** Ten wishes of which no two are the same, or one file would serve both. */
const WISHES = FORMATS.map((format, index) => {
  const nth = FORMATS.slice(0, index).filter(earlier => earlier === format).length
  return { format, figures: nth % 2 === 1, audience: nth < 2 ? 'internal' : 'public' }
})

const headersOf = (cookie: string) => ({ cookie, 'content-type': 'application/json' })

/** Gets in line. @returns the export's id */
async function queue({ url, reportId }: Place, cookie: string, wish: object): Promise<string> {
  const request = { method: 'POST', headers: headersOf(cookie), body: JSON.stringify(wish) }
  const answer = await fetch(`${url}/api/reports/${reportId}/exports`, request)
  if (!answer.ok) throw new Error(`an export was refused: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** Resolves when the file is made. */
async function made({ url }: Place, cookie: string, id: string): Promise<void> {
  const told = await (await fetch(`${url}/api/exports/${id}/progress`, { headers: headersOf(cookie) })).text()
  if (!told.includes('"state":"done"')) throw new Error(`an export failed: ${told.slice(-300)}`)
}

/** Twenty exports of the report at once, while ten others and the measured one write in it. */
export async function measureQueue(browser: Browser, place: Place): Promise<QueueFigures> {
  const [, , section = '', other = ''] = place.sectionIds
  const rest = await measureKeyToPaint(browser, place, section)
  const begun = performance.now()
  const wishes = place.cookies.flatMap(cookie => WISHES.map(wish => ({ cookie, wish })))
  let left = wishes.length
  const files = await Promise.all(
    wishes.map(async ({ cookie, wish }) => {
      const id = await queue(place, cookie, wish)
      // Followed from now on, and awaited when the keys are measured.
      return { done: made(place, cookie, id).then(() => void left--) }
    }),
  )
  const all = Promise.all(files.map(({ done }) => done))
  const exporting = await measureKeyToPaint(browser, place, other)
  const leftAtLastKey = left
  await all
  return { rest, exporting, leftAtLastKey, allDoneMs: Math.round(performance.now() - begun) }
}
