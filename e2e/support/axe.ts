import type { Page } from '@playwright/test'
import axe from 'axe-core'

const OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // What holds is not told place by place, which takes longer than finding out.
  resultTypes: ['violations'],
}

/** What fades in or out has no colours that anybody is to read. What turns for ever is not waited for. */
async function stillness(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/**
 * What axe-core finds on the page as it stands.
 * @returns "rule: place, place" for each rule that does not hold
 * @throws Error where the page has frames, which are not looked into: a file that it shows is none. Doing that, as
 *   @axe-core/playwright does, opens a page more at each look, which takes three times as long as the look
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const frames = await page.locator('iframe, frame').count()
  if (frames > 0) throw new Error(`axe does not look into frames, and the page has ${frames}`)
  await page.evaluate(stillness)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    options => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    OPTIONS,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}
