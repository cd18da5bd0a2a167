import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { ReportStructure } from '#editor/core/report-page.ts'
import { createReport, reportId } from './support/create-report.ts'
import { expectAccessible, section, signIn } from './support/people.ts'

const TITLE = 'Svar om läkemedelshantering'
const MEASURE = 'Ta fram en rutin för läkemedelsgenomgångar'

const structureOf = async (page: Page, id: string): Promise<ReportStructure> =>
  (await page.request.get(`/api/reports/${id}/structure`)).json()

test.describe
  .serial('all reports seen from above', () => {
    let author: Page
    let chief: Page
    let report: string
    let unitId: string

    test.beforeAll(async ({ browser }) => {
      author = await signIn(browser, 'Handläggare')
      chief = await signIn(browser, 'Förvaltningschef')
    })
    test.afterAll(async () => {
      await author.context().close()
      await chief.context().close()
    })

    test('an empty register says what belongs there', async () => {
      await author.goto('/atgarder?sok=finns-inte')
      await expect(author.getByRole('heading', { name: 'Inga åtgärder stämmer med filtret' })).toBeVisible()
      await expectAccessible(author)
    })

    test('an åtgärd of a report stands in the register, and what is changed there is seen in the open report', async () => {
      await createReport(author, TITLE, 'Internkontrollplan')
      report = reportId(author)
      const sectionId = (await structureOf(author, report)).sections.find(({ key }) => key === 'riskanalys')?.id
      const made = await author.request.post(`/api/reports/${report}/units`, {
        data: { sectionId, kind: 'direkt-atgard' },
      })
      unitId = (await made.json()).id
      const values = { atgard: MEASURE, ansvarig: 'Enhetschef SÄBO', klart: '2024-05-31', status: 'ej-paborjad' }
      for (const [key, value] of Object.entries(values))
        expect(
          (
            await author.request.put(`/api/reports/${report}/values`, { data: { of: 'unit', id: unitId, key, value } })
          ).ok(),
        ).toBe(true)

      await chief.goto('/atgarder?klart=overdue&sok=läkemedelsgenomgångar')
      const row = chief.getByRole('row').filter({ hasText: MEASURE })
      await expect(row).toContainText('Försenad')
      await expectAccessible(chief)

      const place = section(author, 'Riskanalys')
      await place.scrollIntoViewIfNeeded()
      const inReport = place.getByLabel('Status, direkt åtgärd 1')
      await expect(inReport).toHaveValue('ej-paborjad')
      await row.getByLabel(`Status: ${MEASURE}`).selectOption('Pågående')
      await expect(row.getByText('Sparat')).toBeVisible()
      await expect(inReport).toHaveValue('pagaende')

      const role = row.getByLabel(`Ansvarig roll: ${MEASURE}`)
      await role.fill('MAS')
      await chief.keyboard.press('Enter')
      await expect(place.getByLabel('Ansvarig roll, direkt åtgärd 1')).toHaveValue('MAS')
      await row.getByLabel(`Klart senast: ${MEASURE}`).fill('2031-01-31')
      await row.getByLabel(`Klart senast: ${MEASURE}`).blur()
      await expect(place.getByLabel('Klart senast, direkt åtgärd 1')).toHaveValue('2031-01-31')
    })

    test('title, year and day are changed at the top of the report, and the others see it at once', async () => {
      const other = await chief.context().newPage()
      await other.goto(`/rapporter/${report}`)
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(TITLE)

      await author.getByRole('button', { name: 'Ändra titel, år, diarienummer och deadline' }).press('Enter')
      await expect(author.getByLabel('Titel')).toBeFocused()
      await expectAccessible(author)
      await author.getByLabel('Titel').fill('Plan mot fel')
      await author.getByLabel('Diarienummer').fill('så här')
      await author.keyboard.press('Enter')
      await expect(author.getByText('Diarienumret ser inte ut som i er organisation.')).toBeVisible()
      await author.getByLabel('Diarienummer').fill('VON/2024:77')
      await author.getByLabel('Klar senast').fill('2031-01-31')
      await author.getByRole('button', { name: 'Spara', exact: true }).click()
      await expect(author.getByRole('heading', { level: 1 })).toHaveText('Plan mot fel')
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Plan mot fel')
      await expect(other.getByText('Klar senast 31 januari 2031')).toBeVisible()
      await expect(other.getByText('VON/2024:77')).toBeVisible()
      await author.getByRole('listitem').getByRole('button', { name: 'Ångra' }).click()
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(TITLE)
      await other.close()
    })

    test('what is refused says why, and stays to be corrected', async () => {
      await chief.goto('/atgarder?sok=läkemedelsgenomgångar')
      const row = chief.getByRole('row').filter({ hasText: MEASURE })
      const role = row.getByLabel(`Ansvarig roll: ${MEASURE}`)
      await role.fill('x'.repeat(501))
      await role.blur()
      await expect(row.getByRole('alert')).toContainText('Texten är för lång.')
      await expect(role).toHaveAttribute('aria-invalid', 'true')
      await role.fill('MAS')
      await role.blur()
      await expect(row.getByRole('alert')).toHaveCount(0)
    })

    test('the filters stand in the address, work by keyboard, and go with the file', async () => {
      await author.goto('/atgarder')
      await author.getByRole('searchbox', { name: 'Sök' }).focus()
      await author.keyboard.type('läkemedelsgenomgångar')
      await author.keyboard.press('Enter')
      await expect(author).toHaveURL(/sok=l%C3%A4kemedelsgenomg%C3%A5ngar/)
      await expect(author.getByRole('status').filter({ hasText: '1 åtgärd' })).toBeVisible()
      const waiting = author.waitForEvent('download')
      await author.getByRole('link', { name: 'Hämta som CSV' }).click()
      const rows: string[][] = parse(await readFile(await (await waiting).path()), { delimiter: ';', bom: true })
      expect(rows).toHaveLength(2)
      expect(rows[1]?.slice(0, 4)).toEqual([MEASURE, 'MAS', '2031-01-31', 'Pågående'])
      await author.getByRole('link', { name: `${TITLE}: Riskanalys` }).click()
      await expect(section(author, 'Riskanalys')).toBeInViewport()
    })

    test('who may only read sees the register without fields, on a phone too', async ({ browser }) => {
      const reader = await signIn(browser, 'Revisor')
      await reader.setViewportSize({ width: 390, height: 800 })
      await reader.goto('/atgarder?sok=läkemedelsgenomgångar')
      const row = reader.getByRole('row').filter({ hasText: MEASURE })
      await expect(row).toContainText('Du får läsa men inte ändra')
      await expect(row.getByRole('combobox')).toHaveCount(0)
      expect(await reader.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await expectAccessible(reader)
      await reader.context().close()
    })

    test('the lagkrav page counts what the law asks, groups it, and says who is late', async () => {
      await createReport(author, 'Berättelse för lagkraven')
      const id = reportId(author)
      const { sections, people } = await structureOf(author, id)
      const late = sections.find(({ lawReferences, required }) => lawReferences.length && required === 'yes')
      const owner = people.find(({ name }) => name === 'Enhetschef')
      const patched = await author.request.patch(`/api/reports/${id}/sections/${late?.id}`, {
        data: { deadline: '2024-01-15', ownerId: owner?.id },
      })
      expect(patched.ok()).toBe(true)
      await author.getByRole('link', { name: 'Lagkrav' }).click()
      await expect(author.getByText(/^\d+ av \d+ krav uppfyllda$/)).toBeVisible()
      await expect(author.getByRole('heading', { name: /^PSL: Patientsäkerhetslagen/ })).toBeVisible()
      await expect(author.getByRole('heading', { name: 'Sena avsnitt' })).toBeVisible()
      await expect(author.getByText('Ansvarig: Enhetschef.')).toBeVisible()
      await expectAccessible(author)
      await author.getByRole('link', { name: 'Avsnitt', exact: true }).click()
      await expect(author.getByRole('heading', { name: `${late?.number} ${late?.heading}` }).first()).toBeVisible()
      await expectAccessible(author)
    })

    test('who is responsible sees on the first page what is late', async ({ browser }) => {
      const contributor = await signIn(browser, 'Enhetschef')
      await expect(contributor.locator('main li').filter({ hasText: 'Berättelse för lagkraven' })).toContainText(
        'försenad',
      )
      await contributor.goto('/?visa=rapporter')
      const own = contributor.getByRole('region', { name: 'Dina avsnitt att göra klara' })
      await expect(own).toContainText('i Berättelse för lagkraven')
      await expect(own).toContainText('försenad')
      await expectAccessible(contributor)
      await contributor.context().close()
    })

    test('the year wheel shows what nobody has begun, with a way to begin', async () => {
      await author.goto('/arshjul?ar=2031')
      await expect(author.getByRole('img', { name: 'Årshjul för 2031' })).toBeVisible()
      const row = author.getByRole('row').filter({ hasText: 'Inte påbörjad' })
      await expect(row).toContainText('1 mars 2031')
      await expectAccessible(author)
      // The organisation's own template takes the place of the product's, once another test has published one.
      const title = /^(Vår p|P)atientsäkerhetsberättelse 2030$/
      await row.getByRole('link', { name: /^Skapa rapporten\s+(Vår p|P)atientsäkerhetsberättelse 2030/ }).click()
      await expect(author.getByLabel('Titel')).toHaveValue(title)
      await author.getByRole('button', { name: 'Skapa rapport' }).click()
      await expect(author).toHaveURL(/\/rapporter\/[0-9a-f-]{36}$/)
      await author.goto('/arshjul?ar=2031')
      await expect(author.getByRole('link', { name: title })).toBeVisible()
      await expect(author.getByText('Inte påbörjad', { exact: true })).toHaveCount(0)
    })

    test('the year wheel of a nämnd with twelve reports is printed on one page', async () => {
      const size = author.viewportSize()
      // What A4 has within its margins of 20 mm, in CSS pixels.
      const paper = { width: 642, height: 971 }
      await author.emulateMedia({ media: 'print' })
      await author.setViewportSize(paper)
      await expect(author.getByRole('columnheader', { name: 'Klar senast' })).toBeInViewport()
      // Others' reports may stand in it as well: of what is there, twelve would have room.
      const boxes = await author
        .getByRole('row')
        .evaluateAll(rows => rows.map(row => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })))
      const [head, ...rows] = boxes
      const end = rows.at(-1)?.bottom ?? Number.POSITIVE_INFINITY
      const start = head?.bottom ?? Number.POSITIVE_INFINITY
      expect(start + ((end - start) / rows.length) * 12).toBeLessThan(paper.height)
      await author.emulateMedia({ media: null })
      if (size) await author.setViewportSize(size)
    })

    test('a calendar reads the deadlines without signing in, until the address is taken away', async ({
      playwright,
    }) => {
      await author.getByRole('button', { name: 'Prenumerera i kalendern' }).click()
      const dialog = author.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Skapa adress' }).click()
      const address = await dialog.getByLabel('Adress till kalendern').inputValue()
      await expectAccessible(author)
      const calendar = await playwright.request.newContext()
      const found = await calendar.get(address)
      expect(found.headers()['content-type']).toBe('text/calendar; charset=utf-8')
      expect((await found.text()).replaceAll('\r\n ', '')).toContain(
        'SUMMARY:Klar senast: Patientsäkerhetsberättelse 2030',
      )
      await dialog.getByRole('button', { name: 'Ta bort adressen' }).click()
      await expect(dialog.getByRole('alert')).toContainText('Adressen är borttagen.')
      expect((await calendar.get(address)).status()).toBe(404)
      await calendar.dispose()
    })
  })
