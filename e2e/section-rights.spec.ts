import { expect, type Locator, type Page, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'
import { SlowNetwork } from './support/slow-network.ts'

const editorIn = (page: Page, heading: string): Locator =>
  section(page, heading).locator('.ProseMirror[contenteditable="true"]:not([aria-readonly])')

async function makeOwner(page: Page, heading: string, name: string): Promise<void> {
  await section(page, heading).scrollIntoViewIfNeeded()
  await section(page, heading)
    .getByRole('combobox', { name: /^Ansvarig/ })
    .selectOption({ label: name })
}

test.describe('an author and a contributor', () => {
  // Each goes on where the one before it ended.
  test.describe.configure({ mode: 'serial' })
  const network = new SlowNetwork()
  let mas: Page
  let chief: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Rättigheter per avsnitt')
    await makeOwner(mas, 'Inledning', 'Enhetschef')
    chief = await signIn(browser, 'Enhetschef')
    await network.between(chief)
    await chief.goto(mas.url())
  })

  test('write in the same report, the contributor only where they are responsible', async () => {
    await writeIn(chief, 'Inledning')
    await chief.keyboard.type('Från enheten.')
    await saved(chief)
    await expect(section(mas, 'Inledning')).toContainText('Från enheten.')
    const other = section(chief, 'Sammanfattning')
    await expect(other).toContainText('Endast ansvarig skriver här')
    await expect(editorIn(chief, 'Sammanfattning')).toHaveCount(0)
    await writeIn(mas, 'Sammanfattning')
    await mas.keyboard.type('MAS sammanfattar.')
    await expect(other).toContainText('MAS sammanfattar.')
    await expectAccessible(chief)
  })

  test('the contributor says how far the own section has come, and nothing more of it', async () => {
    const own = section(chief, 'Inledning')
    const status = own.getByRole('combobox', { name: /^Status/ })
    await expect(own.getByRole('combobox')).toHaveCount(1)
    await expect(own.getByRole('button', { name: /^(Lås|Ej tillämpligt)/ })).toHaveCount(0)
    await expect(section(chief, 'Sammanfattning').getByRole('combobox')).toHaveCount(0)
    // The first word has begun it.
    await expect(status).toHaveValue('draft')
    await expect(status.getByRole('option')).toHaveText(['Utkast', 'Klart'])
    await status.selectOption('done')
    await expect(section(mas, 'Inledning').getByRole('combobox', { name: /^Status/ })).toHaveValue('done')
    await expectAccessible(chief)
  })

  test('a new owner writes at once', async () => {
    await makeOwner(mas, 'Sammanfattning', 'Enhetschef')
    await writeIn(chief, 'Sammanfattning')
    await chief.keyboard.type(' Enheten fyller i.')
    await expect(section(mas, 'Sammanfattning')).toContainText('MAS sammanfattar. Enheten fyller i.')
  })

  test('a section is locked, said to be, and opened again by the undo of the message', async () => {
    const place = section(mas, 'Inledning')
    await place.getByRole('button', { name: /^Lås avsnittet/ }).click()
    // Under the pointer, the message stays.
    const message = mas.getByRole('listitem').filter({ has: mas.getByText(/Inledning är låst$/) })
    await message.hover()
    for (const page of [mas, chief]) {
      await expect(section(page, 'Inledning')).toContainText('Låst av MAS')
      await expect(editorIn(page, 'Inledning')).toHaveCount(0)
      await expect(page.getByRole('navigation', { name: 'Avsnitt' }).getByRole('link', { name: /låst/ })).toHaveCount(1)
    }
    await expect(editorIn(mas, 'Sammanfattning')).toHaveCount(1)
    await expectAccessible(mas)
    await message.getByRole('button', { name: 'Ångra' }).click()
    await expect(editorIn(chief, 'Inledning')).toHaveCount(1)
    await expect(section(mas, 'Inledning')).not.toContainText('Låst av MAS')
  })

  test('what came too late for the lock is offered, and what was written elsewhere is saved', async () => {
    await saved(chief)
    network.hold()
    await writeIn(chief, 'Inledning')
    await chief.keyboard.type(' För sent.')
    await writeIn(chief, 'Sammanfattning')
    await chief.keyboard.type(' Ska vara kvar.')
    await writeIn(mas, 'Sammanfattning')
    await mas.keyboard.press('Control+Home')
    await mas.keyboard.type('Samtidigt: ')
    await section(mas, 'Inledning')
      .getByRole('button', { name: /^Lås avsnittet/ })
      .click()
    await expect(section(mas, 'Inledning')).toContainText('Låst av MAS')
    await saved(mas)
    network.release()

    const panel = chief.getByRole('complementary', { name: 'Det här hann inte sparas innan avsnittet låstes' })
    await expect(panel).toContainText('Från enheten. För sent.')
    await expect(panel).not.toContainText('Ska vara kvar.')
    await expect(section(chief, 'Inledning')).not.toContainText('För sent.')
    const both = 'Samtidigt: MAS sammanfattar. Enheten fyller i. Ska vara kvar.'
    for (const page of [mas, chief]) await expect(section(page, 'Sammanfattning')).toContainText(both)
    await saved(chief)
    await expectAccessible(chief)

    // And they go on.
    await writeIn(chief, 'Sammanfattning')
    await chief.keyboard.type(' Mer.')
    await expect(section(mas, 'Sammanfattning')).toContainText(`${both} Mer.`)
    await panel.getByRole('button', { name: 'Stäng och släng texten' }).click()
    await expect(panel).toHaveCount(0)
    await mas.reload()
    await expect(section(mas, 'Sammanfattning')).toContainText(`${both} Mer.`)
    await expect(section(mas, 'Inledning')).not.toContainText('För sent.')
  })

  test('what is replaced everywhere is replaced where the contributor may write, and nothing is refused', async () => {
    await writeIn(mas, 'Egenkontroll')
    await mas.keyboard.type('Enheten enligt MAS.')
    await saved(mas)
    await expect(section(chief, 'Egenkontroll')).toContainText('Enheten enligt MAS.')
    await chief.keyboard.press('Control+h')
    await chief.getByLabel('Sök efter').fill('enheten')
    await expect(chief.getByText(/av 3 träffar/)).toBeVisible()
    await chief.getByLabel('Ersätt med').fill('Verksamheten')
    await chief.getByRole('button', { name: 'Ersätt alla' }).click()
    await expect(chief.getByText('1 träff ersattes.')).toBeVisible()
    await expect(section(mas, 'Sammanfattning')).toContainText('Verksamheten fyller i.')
    await expect(section(mas, 'Egenkontroll')).toContainText('Enheten enligt MAS.')
    await saved(chief)
    await expect(chief.getByRole('complementary')).toHaveCount(1)
  })
})
