import { expect, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { picture, pictures } from './support/look.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'

const FIRST = 'Inledning'
const TITLE = 'Rapport att skicka ut'

test.describe
  .serial('a file of a report', () => {
    let mas: Page

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
    })

    const dialog = () => mas.getByRole('dialog', { name: 'Exportera' })
    const start = () => dialog().getByRole('button', { name: 'Skapa filen' })

    test('is not made while it has a sign that cannot be printed, and the list leads to it', async () => {
      await createReport(mas, TITLE)
      await writeIn(mas, FIRST)
      await mas.keyboard.type('Ett bra år 🚀')
      await saved(mas)
      await mas.getByRole('button', { name: 'Exportera' }).click()
      await expect(dialog().getByText('Filen går inte att skapa förrän detta är åtgärdat:')).toBeVisible()
      await expect(dialog().getByText('🚀 (U+1F680)')).toBeVisible()
      await expect(start()).toHaveAttribute('aria-disabled', 'true')
      await expectAccessible(mas)
      await pictures(mas, 'export-stopped')
      // Another format can have it.
      await dialog().getByRole('radio', { name: 'Webbsida' }).check()
      await expect(dialog().getByText('Allt i rapporten går att skriva ut som det ser ut.')).toBeVisible()
      await expect(start()).not.toHaveAttribute('aria-disabled')
      await dialog().getByRole('radio', { name: 'PDF' }).check()
      await dialog()
        .getByRole('link', { name: /Gå till .*Inledning/ })
        .click()
      await expect(dialog()).toBeHidden()
      await expect(section(mas, FIRST)).toBeInViewport()
    })

    test('has the page breaks that its author put in', async () => {
      await writeIn(mas, FIRST)
      await mas.keyboard.press('Backspace')
      await mas.getByRole('button', { name: 'Sidbrytning' }).click()
      await expect(section(mas, FIRST).getByRole('separator', { name: 'Sidbrytning' })).toBeVisible()
      await saved(mas)
      await picture(section(mas, FIRST), 'page-break')
    })

    test('is made in the version that is chosen, and says so in its name', async () => {
      await mas.getByRole('button', { name: 'Exportera' }).click()
      await dialog()
        .getByRole('radio', { name: /^Offentlig/ })
        .check()
      await expect(dialog().getByText('Allt i rapporten går att skriva ut som det ser ut.')).toBeVisible()
      await pictures(mas, 'export-public')
      const download = mas.waitForEvent('download')
      await start().click()
      expect((await download).suggestedFilename()).toMatch(/-utkast-offentlig\.pdf$/)
      await expect(dialog().getByText('Filen är klar och hämtas till din dator.')).toBeVisible()
    })

    test('can be looked at page by page before it is sent', async () => {
      await dialog()
        .getByRole('radio', { name: /^Intern/ })
        .check()
      // The whole file is held back, so that the page is seen as it is while the file is made.
      let letGo = (): void => {}
      const held = new Promise<void>(resolve => {
        letGo = resolve
      })
      await mas.route('**/api/exports/*/file', async route => {
        await held
        await route.continue()
      })
      await dialog().getByRole('link', { name: 'Förhandsgranska' }).click()
      await expect(mas.getByRole('heading', { level: 1, name: `Förhandsgranska ${TITLE}` })).toBeVisible()
      const alone = mas.getByRole('listitem', { name: 'Sida 1', exact: true })
      await expect(alone.locator('canvas[data-drawn]')).toBeVisible({ timeout: 30_000 })
      await expect(alone).toContainText(TITLE)
      await expect(mas.getByRole('status').getByText('Första sidan visas. Resten är på väg.')).toBeAttached()
      await expect(mas.getByRole('progressbar', { name: 'Så långt har sidorna kommit' })).toBeVisible()
      await expect(mas.getByRole('link', { name: 'Hämta filen' })).toHaveCount(0)
      await expect(mas.getByRole('button', { name: 'Nästa sida' })).toHaveAttribute('aria-disabled', 'true')
      await expectAccessible(mas)
      await picture(mas, 'preview-first-page')
      const smaller = mas.getByRole('button', { name: 'Mindre' })
      await smaller.click()
      await expect(mas.getByText('75 procent')).toBeVisible()
      letGo()
      await expect(mas.getByRole('status').getByText(/^Hela filen visas, \d+ sidor\.$/)).toBeAttached()
      // Who has chosen a size, and stands somewhere, stays there.
      await expect(mas.getByText('75 procent')).toBeVisible()
      await expect(smaller).toBeFocused()
      await mas.getByRole('button', { name: 'Större' }).click()
      await mas.unroute('**/api/exports/*/file')
      const first = mas.getByRole('listitem', { name: /^Sida 1 av/ })
      await expect(first.locator('canvas[data-drawn]')).toBeVisible({ timeout: 30_000 })
      await expect(first).toContainText(TITLE)
      await expectAccessible(mas)
      await pictures(mas, 'preview')
      await mas.getByRole('button', { name: 'Nästa sida' }).click()
      await expect(mas.getByRole('spinbutton', { name: 'Sida' })).toHaveValue('2')
      const second = mas.getByRole('listitem', { name: /^Sida 2 av/ })
      await expect(second).toBeInViewport()
      await expect(second.locator('canvas[data-drawn]')).toBeVisible()
      await expect(second).toContainText('Innehåll')
      await mas.getByRole('spinbutton', { name: 'Sida' }).fill('3')
      await mas.keyboard.press('Enter')
      await expect(mas.getByRole('listitem', { name: /^Sida 3 av/ })).toContainText('Ett bra år')
      await mas.getByRole('button', { name: 'Större' }).click()
      await expect(mas.getByText('125 procent')).toBeVisible()
      await expect(mas.getByRole('link', { name: 'Hämta filen' })).toHaveAttribute('href', /\/api\/exports\/.+\/file$/)
    })

    test('has the look that the administrator chose', async ({ browser }) => {
      const administrator = await signIn(browser, 'Administratör')
      await administrator.getByRole('link', { name: 'Utseende' }).click()
      await expect(administrator.getByRole('heading', { level: 1, name: 'Dokumentens utseende' })).toBeVisible()
      const accent = administrator.getByLabel('Färg på rubriker och linjer')
      await accent.fill('#e0a000')
      await administrator.getByLabel('Text längst ner på varje sida').fill('Exempelkommun, 123 45 Exempelstad')
      await administrator.getByRole('button', { name: 'Spara utseendet' }).click()
      await expect(administrator.getByText('Färgen är för ljus.')).toBeVisible()
      await expect(administrator.getByLabel('Text längst ner på varje sida')).toHaveValue(/Exempelstad/)
      await accent.fill('#7a1f3d')
      const serif = administrator.getByRole('radio', { name: 'Source Serif' })
      await serif.check()
      await administrator.getByLabel('Logotyp', { exact: true }).setInputFiles('e2e/support/trappa.png')
      await administrator.getByLabel('Logotypen i ord').fill('En trappa')
      await administrator.getByRole('button', { name: 'Spara utseendet' }).click()
      await expect(administrator.getByText('Utseendet är sparat')).toBeVisible()
      await expectAccessible(administrator)
      // Each face is shown in its own letters, from our own host.
      const loaded = () =>
        administrator.evaluate(() =>
          [...document.fonts]
            .filter(({ status }) => status === 'loaded')
            .map(({ family }) => family.replaceAll('"', '')),
        )
      await expect.poll(loaded).toEqual(expect.arrayContaining(['IBM Plex Sans', 'Source Sans 3', 'Source Serif 4']))
      await pictures(administrator, 'look')
      await administrator.reload()
      await expect(serif).toBeChecked()
      await expect(mas.getByRole('link', { name: 'Utseende' })).toHaveCount(0)
      await mas.reload()
      const second = mas.getByRole('listitem', { name: /^Sida 2 av/ })
      await second.scrollIntoViewIfNeeded({ timeout: 30_000 })
      await expect(second).toContainText('123 45 Exempelstad')
      await expect(mas.getByRole('spinbutton', { name: 'Sida' })).toHaveValue('2')
      await mas.getByRole('listitem', { name: /^Sida 1 av/ }).scrollIntoViewIfNeeded()
      await expect(mas.getByRole('spinbutton', { name: 'Sida' })).toHaveValue('1')
      await pictures(mas, 'preview-with-look')
    })
  })
