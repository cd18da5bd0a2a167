import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { ReportStructure } from '#editor/core/report-page.ts'
import { createReport, reportId } from './support/create-report.ts'
import { exportPdf } from './support/export-pdf.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'
import { SlowNetwork } from './support/slow-network.ts'

interface Recommendation {
  nr: string
  rekommendation: string
  vidtagna: string
  planerade: string
  tidplan: string
  andra_synpunkter: string
}

/** Comes near enough for its controls to be drawn, as it does for somebody who scrolls to it. */
async function at(page: Page, name: string): Promise<Locator> {
  const found = section(page, name).first()
  await found.scrollIntoViewIfNeeded()
  return found
}

const DATA = 'templates/testing/data/kronoberg_rekommendationer.csv'

test.describe
  .serial('an answer to the auditors, from a real one', () => {
    const network = new SlowNetwork()
    let author: Page
    let chief: Page
    let real: Recommendation[]

    test.beforeAll(async ({ browser }) => {
      real = parse(await readFile(DATA, 'utf8'), { columns: true, bom: true })
      author = await signIn(browser, 'Handläggare')
      chief = await signIn(browser, 'Förvaltningschef')
      await network.between(chief)
    })
    test.afterAll(async () => {
      await author.context().close()
      await chief.context().close()
    })

    test('a recommendation is added, quoted, answered and seen by the other', async () => {
      await createReport(author, 'Svar om god och nära vård', 'Revisionssvar')
      await chief.goto(author.url())
      await (await at(author, 'Rekommendationer och svar'))
        .getByRole('button', { name: 'Lägg till rekommendation' })
        .click()
      const first = await at(author, 'Rekommendation 1')
      await expect(first.getByLabel('Revisorernas rekommendation')).toBeFocused()
      await author.keyboard.type(real[0]?.rekommendation ?? '')
      await first.getByLabel('Inställning').selectOption('Instämmer delvis')
      await first.getByLabel('Motivering').fill('Ansvaret är delat mellan huvudmännen.')
      await author.keyboard.press('Tab')
      const seen = await at(chief, 'Rekommendation 1')
      await expect(seen.getByRole('blockquote')).toHaveText(real[0]?.rekommendation ?? '')
      await expect(seen.getByLabel('Inställning')).toHaveValue('delvis')
      await expect(seen.getByLabel('Motivering')).toHaveValue('Ansvaret är delat mellan huvudmännen.')
      await expectAccessible(author)
    })

    test('a planned measure is a typed row, with what is wrong said where it stands', async () => {
      const part = await at(author, 'Planerade åtgärder')
      await part.getByRole('button', { name: /^Lägg till planerad åtgärd/ }).click()
      await expect(part.getByLabel('Åtgärd, planerad åtgärd 1')).toBeFocused()
      await author.keyboard.type('Gemensam planering av systemledning')
      await part.getByLabel('Ansvarig roll, planerad åtgärd 1').fill('Verksamhetsområdeschef')
      await part.getByLabel('Klart senast, planerad åtgärd 1').fill('2025-12-31')
      await part.getByLabel('Status, planerad åtgärd 1').selectOption('Pågående')
      const cost = part.getByLabel('Kostnad, planerad åtgärd 1')
      await cost.fill('mycket')
      await author.keyboard.press('Tab')
      await expect(part.getByRole('alert')).toContainText('Skriv ett tal med siffror')
      await cost.fill('1 250')
      await author.keyboard.press('Tab')
      await expect(part.getByRole('alert')).toHaveCount(0)
      await expect((await at(chief, 'Planerade åtgärder')).getByLabel('Kostnad, planerad åtgärd 1')).toHaveValue(
        '1\u00a0250',
      )
      // The overview makes itself.
      const overview = (await at(chief, 'Rekommendationer och svar')).getByRole('table')
      await expect(overview).toContainText('Instämmer delvis')
      await expect(overview).toContainText('Pågående: 1')
      await expect(overview).toContainText('31 december 2025')
      await expectAccessible(author)
    })

    test('two who fill in the same field: the later wins, is told so, and can give it back', async () => {
      const mine = (await at(author, 'Rekommendation 1')).getByLabel('Motivering')
      const theirs = (await at(chief, 'Rekommendation 1')).getByLabel('Motivering')
      // What the one has written arrives after what the other has.
      let arrive = (): void => {}
      const late = new Promise<void>(resolve => {
        arrive = resolve
      })
      await author.route('**/values', async route => {
        await late
        await route.continue()
      })
      await mine.fill('Vi delar bedömningen i huvudsak')
      await mine.blur()
      const stored = chief.waitForResponse(/\/values$/)
      await theirs.fill('Chefens motivering')
      await theirs.blur()
      await stored
      arrive()
      await expect(theirs).toHaveValue('Vi delar bedömningen i huvudsak')
      await author.getByRole('button', { name: 'Ta tillbaka ”Chefens motivering”' }).click()
      await author.unroute('**/values')
      for (const field of [mine, theirs]) await expect(field).toHaveValue('Chefens motivering')
      await mine.focus()
      await expect(
        (await at(author, 'Rekommendation 1')).getByText(/Ändrat av Handläggare/).filter({ visible: true }),
      ).toBeVisible()
    })

    test('what is typed without contact waits, and is saved when it is back', async () => {
      await author.context().setOffline(true)
      const mine = (await at(author, 'Rekommendation 1')).getByLabel('Motivering')
      await mine.fill('Skrivet utan nät')
      await mine.blur()
      await expect((await at(author, 'Rekommendation 1')).getByRole('alert')).toContainText(
        'sparas när kontakten är tillbaka',
      )
      await author.context().setOffline(false)
      await expect((await at(chief, 'Rekommendation 1')).getByLabel('Motivering')).toHaveValue('Skrivet utan nät')
      await expect((await at(author, 'Rekommendation 1')).getByRole('alert')).toHaveCount(0)
    })

    test('recommendations are moved by keyboard, removed and brought back with their text', async () => {
      await (await at(author, 'Rekommendationer och svar'))
        .getByRole('button', { name: 'Lägg till rekommendation' })
        .click()
      const second = await at(author, 'Rekommendation 2')
      await second.getByLabel('Revisorernas rekommendation').fill(real[1]?.rekommendation ?? '')
      await second.getByLabel('Revisorernas rekommendation').blur()
      await expect(second.getByRole('blockquote')).toBeVisible()
      await second.getByRole('button', { name: /^Dra för att flytta/ }).focus()
      await author.keyboard.press('ArrowUp')
      for (const page of [author, chief])
        await expect((await at(page, 'Rekommendation 1')).getByRole('blockquote')).toHaveText(
          real[1]?.rekommendation ?? '',
        )
      await (await at(author, 'Rekommendation 1')).getByRole('button', { name: /^Flytta ner/ }).click()
      await expect((await at(chief, 'Rekommendation 1')).getByRole('blockquote')).toHaveText(
        real[0]?.rekommendation ?? '',
      )

      await writeIn(author, 'Tidplan för planerade åtgärder')
      await author.keyboard.type('Klart under kvartal 4.')
      await expect(await at(chief, 'Tidplan')).toContainText('Klart under kvartal 4.')
      await (await at(chief, 'Rekommendation 1')).getByRole('button', { name: /^Ta bort/ }).click()
      await chief.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click()
      for (const page of [author, chief]) await expect(section(page, 'Rekommendation 2')).toHaveCount(0)
      const list = await at(author, 'Rekommendationer och svar')
      await list.getByText('Borttaget (1)').click()
      await list.getByRole('button', { name: /^Ta tillbaka/ }).click()
      await expect(await at(author, 'Tidplan')).toContainText('Klart under kvartal 4.')
      await expectAccessible(author)
    })

    test('what is written in a part that another removes is offered back, and the part can be brought back', async () => {
      await (await at(chief, 'Tidplan för planerade åtgärder')).scrollIntoViewIfNeeded()
      await saved(chief)
      network.hold()
      await writeIn(chief, 'Tidplan för planerade åtgärder')
      await chief.keyboard.type(' För sent.')
      await (await at(author, 'Rekommendation 1')).getByRole('button', { name: /^Ta bort/ }).click()
      await author.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click()
      await expect(section(author, 'Rekommendation 2')).toHaveCount(0)
      network.release()
      const panel = chief.getByRole('complementary', { name: 'Det här hann inte sparas innan delen togs bort' })
      await expect(panel).toContainText('Klart under kvartal 4. För sent.')
      await expectAccessible(chief)
      await panel.getByRole('button', { name: 'Stäng och släng texten' }).click()
      const list = await at(author, 'Rekommendationer och svar')
      await list.getByText('Borttaget (1)').click()
      await list.getByRole('button', { name: /^Ta tillbaka/ }).click()
      for (const page of [author, chief]) {
        await expect(await at(page, 'Tidplan')).toContainText('Klart under kvartal 4.')
        await expect(await at(page, 'Tidplan')).not.toContainText('För sent.')
      }
    })

    test('all five recommendations stand in the PDF, with their measures', async () => {
      const id = reportId(author)
      const request = author.request
      const structure = async (): Promise<ReportStructure> => (await request.get(`/api/reports/${id}/structure`)).json()
      const listId = (await structure()).sections.find(one => one.key === 'rekommendationer-och-svar')?.id
      const put = async (data: object) =>
        expect((await request.put(`/api/reports/${id}/values`, { data })).status()).toBe(200)
      for (const one of real.slice(2)) {
        const made = await request.post(`/api/reports/${id}/units`, {
          data: { sectionId: listId, kind: 'rekommendation' },
        })
        const { id: unit } = await made.json()
        await put({ of: 'unit', id: unit, key: 'rekommendation', value: one.rekommendation })
        await put({ of: 'unit', id: unit, key: 'installning', value: 'instammer' })
      }
      const heads = (await structure()).sections.filter(one => one.key === 'rekommendation')
      expect(heads.map(head => head.values.rekommendation)).toEqual(real.map(one => one.rekommendation))
      const text = (await exportPdf(author)).replaceAll(/\s+/g, ' ')
      for (const { rekommendation } of real) expect(text).toContain(rekommendation)
      expect(text).toContain('4.5.4 Eventuella andra synpunkter')
      expect(text).toContain('Gemensam planering av systemledning')
      expect(text).toContain('Klart under kvartal 4.')
    })
  })
