import { expect, type Page, test } from '@playwright/test'
import { createReport, reportId } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

test.describe
  .serial('the history of a report', () => {
    let mas: Page
    let mar: Page
    let report: string

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
      mar = await signIn(browser, 'MAR')
      await createReport(mas, 'Historik')
      report = mas.url()
      await mar.goto(report)
    })

    const history = (page: Page, query = '') => page.goto(`/rapporter/${report.split('/').at(-1)}/historik${query}`)

    test('of a report that nobody has written in says so', async () => {
      await mas.getByRole('link', { name: 'Historik' }).click()
      await expect(mas.getByRole('heading', { name: 'Ingen har skrivit i rapporten än' })).toBeVisible()
      await expectAccessible(mas)
      await mas.getByRole('link', { name: 'Till rapporten' }).click()
      await expect(mas).toHaveURL(report)
    })

    test('shows who wrote what, and by section and person', async () => {
      await writeIn(mas, 'Sammanfattning')
      await mas.keyboard.type('Läget är gott i hela verksamheten.')
      await writeIn(mar, 'Inledning')
      await mar.keyboard.type('Berättelsen gäller året som gick.')
      await saved(mas)
      await saved(mar)
      await history(mas)
      const entries = mas.getByRole('listitem').filter({ hasText: 'tillagda' })
      const main = mas.locator('form ol > li')
      await expect(main.filter({ hasText: 'MAS' }).filter({ hasText: 'Sammanfattning' })).toContainText(
        '34 tecken tillagda',
      )
      await expect(main.filter({ hasText: 'MAR' }).filter({ hasText: 'Inledning' })).toContainText('33 tecken tillagda')
      await expect(main.filter({ hasText: 'Rapportens början' })).toHaveCount(1)
      await expectAccessible(mas)

      await mas.getByLabel('Person').selectOption({ label: 'MAR' })
      await mas.getByRole('button', { name: 'Filtrera' }).click()
      await expect(entries.first()).toBeVisible()
      await expect(main.filter({ hasText: 'Sammanfattning' })).toHaveCount(0)
      await expect(main.filter({ hasText: 'Inledning' })).toHaveCount(1)
    })

    test('a version gets a name, and another one', async () => {
      await history(mas)
      await mas.getByRole('button', { name: 'Namnge version' }).click()
      const dialog = mas.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Spara' }).click()
      await expect(dialog.getByText('Skriv ett namn.')).toBeVisible()
      await dialog.getByLabel('Namn').fill('Till nämnden')
      await expectAccessible(mas)
      await mas.keyboard.press('Enter')
      await expect(dialog).toHaveCount(0)
      await mas.getByRole('button', { name: 'Byt namn på Till nämnden' }).click()
      await dialog.getByLabel('Namn').fill('Till nämnden i mars')
      await mas.keyboard.press('Enter')
      await expect(mas.getByRole('button', { name: 'Byt namn på Till nämnden i mars' })).toBeVisible()
    })

    test('two moments are compared, with words put in, taken out and tables', async () => {
      await mas.goto(report)
      const text = await writeIn(mas, 'Sammanfattning')
      await mas.keyboard.press('Enter')
      await mas.keyboard.type('Ett stycke som ska bort.')
      await text.getByText('Läget är gott').click()
      await mas.keyboard.press('Home')
      await mas.keyboard.type('I stort: ')
      await writeIn(mas, 'Egenkontroll')
      await mas.getByRole('button', { name: 'Tabell', exact: true }).click()
      await mas.getByRole('menuitem', { name: /Infoga tabell/ }).click()
      await section(mas, 'Egenkontroll').locator('td').first().click()
      await mas.keyboard.type('Hygienrond')
      await saved(mas)

      await history(mas)
      await mas.getByRole('radio', { name: /^Jämför från: Till nämnden i mars/ }).check()
      await mas.getByRole('radio', { name: 'Jämför till: Nu' }).check()
      await mas.getByRole('button', { name: 'Jämför valda' }).click()
      const changed = mas.getByRole('navigation', { name: 'Ändrade avsnitt' })
      await expect(changed).toContainText('2 avsnitt har ändrats')
      await expect(changed.getByRole('listitem')).toHaveText([/Sammanfattning/, /Egenkontroll/])
      const summary = section(mas, 'Sammanfattning')
      await expect(summary.locator('ins').first()).toHaveText('tillagt: I stort: ')
      await expect(summary.locator('ins.diff-block')).toContainText('Ett stycke som ska bort.')
      await expect(summary.locator('del')).toHaveCount(0)
      await expect(section(mas, 'Egenkontroll').locator('ins table')).toContainText('Hygienrond')
      await expectAccessible(mas)
    })

    test('a section comes back for everyone, while another author writes on, and the undo takes it away again', async () => {
      await mar.bringToFront()
      await writeIn(mar, 'Inledning')
      await mar.keyboard.type(' Och mer')
      await mas.bringToFront()
      await section(mas, 'Sammanfattning')
        .getByRole('button', { name: /Återställ avsnittet/ })
        .click()
      await expect(mas.getByText('1 avsnitt är återställt.', { exact: true })).toBeVisible()
      await section(mar, 'Sammanfattning').scrollIntoViewIfNeeded()
      const summary = section(mar, 'Sammanfattning').locator('.report-text, .ProseMirror').first()
      await expect(summary).toHaveText('Läget är gott i hela verksamheten.')
      await expect(section(mar, 'Inledning')).toContainText('Berättelsen gäller året som gick. Och mer')
      await mas.getByRole('button', { name: 'Ångra' }).click()
      await expect(mas.getByText('Återställningen är ångrad.', { exact: true })).toBeVisible()
      await expect(summary).toContainText('I stort: Läget är gott')
      await expect(summary).toContainText('Ett stycke som ska bort.')
    })

    test('the whole report comes back after a question', async () => {
      await history(mas)
      const version = mas.locator('form ol > li').filter({ hasText: 'Till nämnden i mars' })
      await expect(mas.locator('form ol > li').filter({ hasText: 'Före återställning' })).toHaveCount(2)
      await version.getByRole('link', { name: /Visa texten/ }).click()
      await expect(mas.getByRole('heading', { name: 'Så såg rapporten ut' })).toBeVisible()
      await expect(section(mas, 'Sammanfattning')).toContainText('Läget är gott i hela verksamheten.')
      await expectAccessible(mas)
      await mas.getByRole('button', { name: 'Återställ hela rapporten' }).click()
      await expectAccessible(mas)
      await mas.getByRole('dialog').getByRole('button', { name: 'Återställ' }).click()
      await expect(mas.getByText('3 avsnitt är återställda.', { exact: true })).toBeVisible()
      await section(mar, 'Egenkontroll').scrollIntoViewIfNeeded()
      await expect(section(mar, 'Egenkontroll').locator('table')).toHaveCount(0)
      await expect(section(mar, 'Inledning')).not.toContainText('Och mer')
      expect(reportId(mar)).toBe(report.split('/').at(-1))
    })

    test('somebody who may only read sees it, without buttons that change anything', async ({ browser }) => {
      const revisor = await signIn(browser, 'Revisor')
      await history(revisor, '?till=nu')
      await expect(revisor.getByRole('heading', { name: 'Så såg rapporten ut' })).toBeVisible()
      await history(revisor)
      await expect(revisor.getByText('Till nämnden i mars')).toBeVisible()
      await expect(revisor.getByRole('button', { name: /Återställ|Namnge|Byt namn/ })).toHaveCount(0)
      await history(revisor, '?till=999999999')
      await expect(revisor.getByText('Texten från den tiden finns inte kvar.')).toBeVisible()
      await expectAccessible(revisor)
      await revisor.context().close()
    })
  })
