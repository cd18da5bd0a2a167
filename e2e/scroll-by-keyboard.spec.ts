import { expect, test } from '@playwright/test'
import { createReport } from './support/create-report.ts'
import { saved, section, signIn, writeIn } from './support/people.ts'

const HEADING = 'Stärka analys, lärande och utveckling'

test('a table of figures that is wider than the page is moved by the arrow keys, and only then takes the focus', async ({
  browser,
}) => {
  const mas = await signIn(browser, 'MAS')
  await createReport(mas, 'Bred tabell')
  await writeIn(mas, HEADING)
  await mas.getByRole('button', { name: 'Indikatortabell' }).click()
  const dialog = mas.getByRole('dialog')
  await dialog.getByLabel('Källa').selectOption({ label: 'Senior alert' })
  await dialog.getByRole('button', { name: 'Välj alla' }).click()
  await dialog.getByRole('button', { name: 'Infoga tabellen' }).click()
  await expect(section(mas, HEADING).locator('.data-block td')).not.toHaveCount(0)
  await saved(mas)

  const reader = await signIn(browser, 'Revisor')
  await reader.goto(mas.url())
  const figure = section(reader, HEADING).locator('figure.data-block')
  await figure.scrollIntoViewIfNeeded()
  await expect(figure).not.toHaveAttribute('tabindex')
  // Its figures fit on the narrowest phone; these columns do not here.
  await reader.setViewportSize({ width: 240, height: 640 })
  // The editor takes the text's place while it is scrolled to.
  await expect(() => figure.scrollIntoViewIfNeeded()).toPass()
  const caption = (await figure.locator('caption').textContent()) ?? ''
  const place = section(reader, HEADING).getByRole('group', { name: caption })
  await expect(place).toHaveAttribute('tabindex', '0')
  // The text is put in anew once, when the shared document is here, and what had the focus is gone then.
  await expect(async () => {
    await place.focus()
    await reader.keyboard.press('ArrowRight')
    await expect.poll(() => place.evaluate(element => element.scrollLeft), { timeout: 1000 }).toBeGreaterThan(0)
  }).toPass()
  await reader.setViewportSize({ width: 1280, height: 900 })
  await expect(figure).not.toHaveAttribute('tabindex')
  await reader.context().close()
  await mas.context().close()
})
