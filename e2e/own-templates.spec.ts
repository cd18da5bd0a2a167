import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectAccessible, section, signIn } from './support/people.ts'

const saved = (page: Page) => expect(page.getByText('Sparat', { exact: true })).toBeVisible()
const heading = (page: Page, at: number) => page.getByRole('listitem').getByLabel('Rubrik').nth(at)

test.describe
  .serial('a template of one’s own', () => {
    let admin: Page
    let author: Page

    test.beforeAll(async ({ browser }) => {
      admin = await signIn(browser, 'Administratör')
      author = await signIn(browser, 'MAS')
    })
    test.afterAll(async () => {
      await admin.context().close()
      await author.context().close()
    })

    test('is copied, and what is changed is saved by itself', async () => {
      await admin.goto('/')
      await admin.getByRole('link', { name: 'Mallar' }).click()
      await expectAccessible(admin)
      await expect(author.getByRole('link', { name: 'Mallar' })).toHaveCount(0)
      await admin.getByRole('button', { name: 'Gör en egen kopia av Patientsäkerhetsberättelse' }).click()
      await expect(admin.getByRole('heading', { level: 1, name: 'Patientsäkerhetsberättelse' })).toBeVisible()
      await admin.getByLabel('Namn', { exact: true }).fill('Vår patientsäkerhetsberättelse')
      await admin.getByRole('button', { name: 'Lägg till avsnitt' }).click()
      await heading(admin, 26).fill('Lokala mål')
      const signing = admin.getByRole('group', { name: 'Underskrift' })
      await expect(signing.getByLabel('De som skriver under, som vad')).not.toHaveValue('')
      await signing.getByLabel('De som skriver under, som vad').fill('')
      await expect(admin.getByText('Underskrift: skriv en till 8 personer')).toBeVisible()
      await signing.getByLabel('De som skriver under, som vad').fill('Kvalitetschef\nMAS\nNämndens ordförande\n')
      await signing.getByLabel('Ordning').selectOption('Alla samtidigt')
      await admin.getByRole('button', { name: 'Flytta upp Lokala mål' }).click()
      await expect(heading(admin, 25)).toHaveValue('Lokala mål')
      await admin.getByText('Fält och listor').nth(25).click()
      await admin.getByRole('button', { name: 'Lägg till fält, Lokala mål' }).click()
      await admin.getByRole('group', { name: 'Nytt fält, Lokala mål' }).getByLabel('Fältets namn').fill('Antal enheter')
      await admin.getByRole('group', { name: 'Antal enheter, Lokala mål' }).getByLabel('Slag').selectOption('Tal')
      await saved(admin)
      await expectAccessible(admin)
      await admin.reload()
      await expect(heading(admin, 25)).toHaveValue('Lokala mål')
      await expect(signing.getByLabel('De som skriver under, som vad')).toHaveValue(
        'Kvalitetschef\nMAS\nNämndens ordförande',
      )
      await expect(signing.getByLabel('Ordning')).toHaveValue('parallel')
    })

    test('cannot be published without what the law asks for', async () => {
      await admin.getByRole('button', { name: 'Ta bort Avvikelser', exact: true }).click()
      await expect(admin.getByText('Avvikelser: PSL 6:4')).toBeVisible()
      await expect(admin.getByRole('button', { name: 'Publicera' })).toHaveAttribute('aria-disabled', 'true')
      await admin.getByRole('button', { name: 'Ångra' }).click()
      await expect(admin.getByText('Avvikelser: PSL 6:4')).toHaveCount(0)
      await saved(admin)
    })

    test('is published, and others make reports from it', async () => {
      await admin.getByRole('button', { name: 'Publicera' }).click()
      await expect(admin.getByText('Version 1 är publicerad.').first()).toBeVisible()
      await createReport(author, 'Efter egen mall', 'Vår patientsäkerhetsberättelse')
      const own = section(author, 'Lokala mål')
      await own.scrollIntoViewIfNeeded()
      await own.getByLabel('Antal enheter').fill('12')
      const stored = author.waitForResponse(/\/values$/)
      await own.getByLabel('Antal enheter').blur()
      expect((await stored).status()).toBe(200)
      await author.reload()
      await section(author, 'Lokala mål').scrollIntoViewIfNeeded()
      await expect(section(author, 'Lokala mål').getByLabel('Antal enheter')).toHaveValue('12')
    })

    test('goes out as a file and comes in again; a file that is none is refused with words', async () => {
      await admin.goto('/mallar')
      const download = admin.waitForEvent('download')
      await admin.getByRole('link', { name: 'Hämta som fil: Vår patientsäkerhetsberättelse' }).click()
      const file = await readFile(await (await download).path(), 'utf8')
      await admin.getByText('Läs in en fil').click()
      const choose = (text: string) =>
        admin
          .getByLabel('Mallfil (JSON)')
          .setInputFiles({ name: 'mall.json', mimeType: 'application/json', buffer: Buffer.from(text) })
      await choose(JSON.stringify({ ...JSON.parse(file), sections: [] }))
      await admin.getByRole('button', { name: 'Läs in mallen' }).click()
      await expect(admin.getByText('Filen lästes inte in, och inget har ändrats')).toBeVisible()
      await expectAccessible(admin)
      await choose(file)
      await admin.getByRole('button', { name: 'Läs in mallen' }).click()
      await expect(admin).toHaveURL(/\/mallar\/egen-patientsakerhetsberattelse-2$/)
      await expect(heading(admin, 25)).toHaveValue('Lokala mål')
    })
  })
