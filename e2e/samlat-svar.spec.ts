import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { fillGaps } from '#templates/testing/fill-samples.ts'
import { createReport, reportId } from './support/create-report.ts'
import { exportPdf } from './support/export-pdf.ts'
import { ReportFiller } from './support/fill-report.ts'
import { expectNarrow } from './support/look.ts'
import { expectAccessible, section, signIn } from './support/people.ts'

interface Recommendation {
  rekommendation: string
  vidtagna: string
  planerade: string
  tidplan: string
  andra_synpunkter: string
}

const DATA = 'templates/testing/data/kronoberg_rekommendationer.csv'
const SCHOOL = 'Barn- och utbildningsnämnden'
const CARE = 'Vård- och omsorgsnämnden'
const words = (text: string): string => text.replaceAll(/[\s\u00a0\u00ad]+/g, '')

/** What a nämnd says of a recommendation, so that no two say the same. */
const planned = (board: string, one: Recommendation): string => `${board}: ${one.planerade}`

/** Answers a recommendation as people do it: in its form, one field after the other. */
async function answerFirst(page: Page, position: string): Promise<void> {
  const head = section(page, 'Rekommendation 1').first()
  await head.scrollIntoViewIfNeeded()
  await head.getByLabel('Inställning').selectOption(position)
}

/** The rest of an answer, with the rights of who is signed in. */
async function answerAll(page: Page, board: string, real: readonly Recommendation[]): Promise<void> {
  const filler = new ReportFiller(page)
  const { sections } = await filler.structure()
  const heads = sections.filter(({ key, unit }) => key === 'rekommendation' && unit?.head)
  for (const [index, head] of heads.entries()) {
    const one = real[index]
    const unit = head.unit
    if (!one || !unit) throw new Error('no recommendation')
    if (!head.values.installning) await filler.setValue({ of: 'unit', id: unit.id }, 'installning', 'instammer')
    const part = (key: string): string => {
      const found = sections.find(other => other.unit?.id === unit.id && other.key === key)
      if (!found) throw new Error(key)
      return found.id
    }
    await filler.write(part('vidtagna-atgarder'), `${board}: ${one.vidtagna}`)
    const row = await filler.addUnit(part('planerade-atgarder'), 'planerad-atgard')
    const values = { atgard: planned(board, one), ansvarig: 'Utvecklingschef', klart: `2025-0${index + 1}-15` }
    for (const [key, value] of Object.entries({ ...values, status: 'pagaende' }))
      await filler.setValue({ of: 'unit', id: row }, key, value)
    await filler.write(part('tidplan'), `${board}: ${one.tidplan}`)
    await filler.write(part('andra-synpunkter'), `${board}: ${one.andra_synpunkter}`)
  }
  await filler.answerFindings()
  filler.close()
}

const panel = (page: Page, name = 'Andra nämnders svar') => page.getByRole('region', { name })

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lås rapporten' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lås rapporten' }).click()
  await expect(dialog).toBeHidden()
}

test.describe
  .serial('several nämnder answer one granskning', () => {
    test.setTimeout(240_000)
    let real: Recommendation[]
    let care: Page
    let school: Page
    let coordinator: Page
    let careUrl: string
    let schoolUrl: string
    const contexts: Page[] = []

    const open = async (browser: Browser, name: string, url?: string): Promise<Page> => {
      const page = await signIn(browser, name)
      contexts.push(page)
      if (url) await page.goto(url)
      return page
    }

    test.beforeAll(async ({ browser }) => {
      real = parse(await readFile(DATA, 'utf8'), { columns: true, bom: true })
      care = await open(browser, 'Handläggare')
      school = await open(browser, 'Skolutredare')
      coordinator = await open(browser, 'Samordnare')
    })
    test.afterAll(async () => {
      for (const page of contexts) await page.context().close()
    })

    test('the other nämnd gets an answer of its own, from the keyboard, and only one', async () => {
      await createReport(care, 'Svar om god och nära vård', 'Revisionssvar')
      careUrl = care.url()
      const filler = new ReportFiller(care)
      const { report, sections } = await filler.structure()
      await filler.setValue({ of: 'report', id: report.id }, 'svarande-namnder', `${CARE}\n${SCHOOL}`)
      await filler.setValue({ of: 'report', id: report.id }, 'granskning', 'God och nära vård')
      const list = sections.find(({ key }) => key === 'rekommendationer-och-svar')
      for (const { rekommendation } of real) {
        const id = await filler.addUnit(list?.id ?? '', 'rekommendation')
        await filler.setValue({ of: 'unit', id }, 'rekommendation', rekommendation)
      }

      await coordinator.goto(careUrl)
      await panel(coordinator).getByRole('button', { name: 'Låt fler nämnder svara' }).focus()
      await coordinator.keyboard.press('Enter')
      const dialog = coordinator.getByRole('dialog', { name: 'Låt fler nämnder svara' })
      await expect(dialog).toContainText('alla 5 rekommendationer')
      await expectAccessible(coordinator)
      await dialog.getByRole('checkbox', { name: SCHOOL }).focus()
      await coordinator.keyboard.press('Space')
      await coordinator.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      await expect(panel(coordinator)).toContainText(`${SCHOOL}: 0 av 5 besvarade, utkast`)
      await panel(coordinator).getByRole('button', { name: 'Låt fler nämnder svara' }).click()
      await expect(dialog.getByRole('link', { name: `${SCHOOL} har redan ett svar` })).toBeVisible()
      await coordinator.keyboard.press('Escape')
      await panel(coordinator).getByRole('link', { name: SCHOOL }).click()
      await expect(panel(coordinator)).toContainText(`${CARE}: 0 av 5 besvarade`)
      schoolUrl = coordinator.url()
      expect(schoolUrl).not.toBe(careUrl)
    })

    test('both answer at once, each in a report of their own', async () => {
      await school.goto(schoolUrl)
      await care.reload()
      await expect(section(school, 'Rekommendation 5').first().getByRole('blockquote')).toHaveText(
        real[4]?.rekommendation ?? '',
      )
      await Promise.all([answerFirst(care, 'Instämmer delvis'), answerFirst(school, 'Instämmer')])
      await Promise.all([answerAll(care, 'Vården', real), answerAll(school, 'Skolan', real)])
      await coordinator.goto(careUrl)
      await expect(panel(coordinator)).toContainText(`${SCHOOL}: 5 av 5 besvarade, utkast`)
      // Whoever reads one nämnd alone sees nothing of the other.
      await care.reload()
      await expect(section(care, 'Rekommendation 1').first()).toBeVisible()
      await expect(panel(care)).toHaveCount(0)
    })

    test('a recommendation that is added later is offered to the other nämnd', async () => {
      const filler = new ReportFiller(care)
      const { sections } = await filler.structure()
      const list = sections.find(({ key }) => key === 'rekommendationer-och-svar')
      const id = await filler.addUnit(list?.id ?? '', 'rekommendation')
      await filler.setValue({ of: 'unit', id }, 'rekommendation', 'Redovisa kostnaderna per år.')
      await coordinator.goto(careUrl)
      await expect(panel(coordinator)).toContainText(`Revisorernas rekommendation 6 finns inte i ${SCHOOL}s svar`)
      await expectAccessible(coordinator)
      await panel(coordinator)
        .getByRole('button', { name: /^Lägg till där/ })
        .click()
      await expect(panel(coordinator)).not.toContainText('Rekommendationer som skiljer sig åt')
      const added = section(school, 'Rekommendation 6').first()
      await expect(added.getByRole('blockquote')).toHaveText('Redovisa kostnaderna per år.')
      for (const page of [care, school]) await answerSixth(page)
    })

    async function answerSixth(page: Page): Promise<void> {
      const filler = new ReportFiller(page)
      const { sections } = await filler.structure()
      const head = sections.findLast(({ key, unit }) => key === 'rekommendation' && unit?.head)
      await filler.setValue({ of: 'unit', id: head?.unit?.id ?? '' }, 'installning', 'instammer')
      await filler.away([page], () => filler.answerFindings())
      filler.close()
    }

    test('the answers are put together, and a draft among them stops the lock with a link', async ({ browser }) => {
      const chief = await open(browser, 'Förvaltningschef', careUrl)
      await lock(chief)
      await coordinator.goto(careUrl)
      await panel(coordinator).getByRole('button', { name: 'Sätt ihop ett samlat svar' }).click()
      await coordinator.getByRole('dialog').getByRole('button', { name: 'Sätt ihop', exact: true }).click()
      await expect(coordinator.getByRole('heading', { level: 1, name: /^Samlat svar/ })).toBeVisible()
      const first = section(coordinator, 'Rekommendation 1').first()
      await expect(first.getByRole('heading', { name: CARE })).toBeVisible()
      await expect(first.getByRole('heading', { name: SCHOOL })).toBeVisible()
      await expect(first).toContainText(`UTKAST: ${SCHOOL}s svar är inte låst`)
      await expect(first).toContainText(`Ur ${CARE}s svar, låst`)
      await expectAccessible(coordinator)
      await expectNarrow(coordinator)
      const filler = new ReportFiller(coordinator)
      const { sections } = await filler.structure()
      await fillGaps(filler)
      for (const { id, hasText, required, heading } of sections)
        if (hasText && required === 'yes') await filler.write(id, `Styrelsens egna ord om ${heading}.`)
      filler.close()

      const director = await open(browser, 'Kommundirektör', coordinator.url())
      await expect(section(director, 'Rekommendation 1').first()).toContainText('när nämnden har låst det')
      await director.getByRole('button', { name: 'Lås rapporten' }).click()
      const dialog = director.getByRole('dialog')
      await expect(dialog).toContainText(`${SCHOOL}s svar är inte låst.`)
      const link = coordinator.getByRole('link', { name: `Öppna svaret från ${SCHOOL}` })
      await coordinator.getByRole('button', { name: 'Kontrollera' }).click()
      await expect(link.first()).toHaveAttribute('href', new URL(schoolUrl).pathname)
      await expectAccessible(coordinator)
    })

    test('when all are locked so is it, and its PDF says what each nämnd’s own answer says', async ({ browser }) => {
      const jointUrl = coordinator.url()
      await lock(await open(browser, 'Skolchef', schoolUrl))
      const director = contexts.find(page => page.url() === jointUrl && page !== coordinator)
      if (!director) throw new Error('no director')
      await director.goto(jointUrl)
      await lock(director)
      const printed = words(await exportPdf(director))
      expect(printed).not.toContain('UTKAST')
      for (const [url, board] of [
        [careUrl, 'Vården'],
        [schoolUrl, 'Skolan'],
      ] as const) {
        const reader = await open(browser, 'Revisor', url)
        expect(reportId(reader)).toBe(new URL(url).pathname.split('/').at(-1))
        const own = words(await exportPdf(reader))
        for (const one of real)
          for (const said of [
            planned(board, one),
            one.rekommendation,
            `${board}: ${one.vidtagna}`,
            `${board}: ${one.tidplan}`,
            `${board}: ${one.andra_synpunkter}`,
          ]) {
            expect(own).toContain(words(said))
            expect(printed).toContain(words(said))
          }
      }
    })
  })
