import { expect, type Page, test } from '@playwright/test'
import { expectNarrow, picture } from './support/look.ts'
import { expectAccessible, signIn } from './support/people.ts'

const MEASURE = 'Hjälpmedel, teknik, fysisk miljö'

test.describe
  .serial('an indicator’s page', () => {
    let mas: Page

    test.beforeAll(async ({ browser }) => {
      mas = await signIn(browser, 'MAS')
    })

    test('has its figures, each with its passport', async () => {
      await mas.goto('/data')
      await mas.getByRole('link', { name: MEASURE }).first().click()
      await expect(mas.getByRole('heading', { level: 1 })).toContainText(MEASURE)
      const figures = mas.getByRole('table', { name: `Alla siffror för ${MEASURE}` })
      await expect(figures.getByRole('columnheader')).toHaveText(['Vad', '2023', '2022'])
      await figures.getByRole('link', { name: /^46\./ }).click()
      const passport = mas.getByRole('region', { name: /^Siffrans väg/ })
      await expect(passport).toContainText('avvikelser.csv')
      await expectAccessible(mas)
      await picture(mas, 'indicator')
      await expectNarrow(mas)
    })

    test('lets those who answer for figures correct one, with a reason, and shows what it was before', async () => {
      const passport = mas.getByRole('region', { name: /^Siffrans väg/ })
      const form = passport.getByRole('form', { name: 'Rätta siffran' })
      await form.getByLabel('Värde').fill('fyrtiosju')
      await form.getByRole('button', { name: 'Spara siffran' }).click()
      await expect(form).toContainText('Det här är inget tal')
      await expect(form).toContainText('Skriv varför siffran ändras')
      await expectAccessible(mas)
      await form.getByLabel('Värde').fill('47')
      await form.getByLabel('Varför').fill('En avvikelse räknades inte')
      await form.getByRole('button', { name: 'Spara siffran' }).click()
      await expect(form.getByRole('status')).toContainText('Sparad')
      await mas.reload()
      await expect(passport.getByRole('row')).toContainText(['När', '47', '46'])
      await expect(passport).toContainText('inskrivet för hand: En avvikelse räknades inte')
    })

    test('takes a definition and the rule for small numbers, and says what is wrong with them', async () => {
      const facts = mas.getByRole('region', { name: 'Om indikatorn' })
      await facts.getByLabel('Definition').fill('Avvikelser som gäller hjälpmedel.')
      await facts.getByLabel(/^Små tal/).fill('1')
      await facts.getByLabel('Brott i serien').fill('våren: ny enkät')
      await facts.getByRole('button', { name: 'Spara' }).click()
      await expect(facts).toContainText('Skriv ett heltal mellan 2 och 100')
      await expect(facts).toContainText('Skriv varje brott som period')
      await facts.getByLabel(/^Små tal/).fill('5')
      await facts.getByLabel('Brott i serien').fill('2023-04: ny enkät')
      await facts.getByRole('button', { name: 'Spara' }).click()
      await expect(facts.getByRole('status')).toHaveText('Sparat.')
      await mas.reload()
      await expect(facts.getByLabel('Brott i serien')).toHaveValue('2023-04: ny enkät')
      const log = mas.getByRole('table', { name: 'Alla ändringar, den senaste först' })
      await expect(log.getByRole('row').nth(1)).toContainText(
        'Definitionen lades till: ”Avvikelser som gäller hjälpmedel.”.',
      )
      await expect(log.getByRole('row').nth(1)).toContainText('Brott i serien')
      await expectAccessible(mas)
      await picture(mas, 'log')
      await expectNarrow(mas)
    })

    test('is only read by those who do not answer for figures', async ({ browser }) => {
      const reader = await signIn(browser, 'Revisor')
      await reader.goto(mas.url())
      await expect(reader.getByRole('region', { name: 'Om indikatorn' })).toContainText(
        'Avvikelser som gäller hjälpmedel.',
      )
      await expect(reader.getByRole('button', { name: 'Spara siffran' })).toHaveCount(0)
      await reader.goto('/data/olika')
      await expect(reader.getByRole('heading', { level: 1, name: 'Siffror som skiljer sig' })).toBeVisible()
      await expectAccessible(reader)
      await reader.goto('/data/indikator/finns/inte')
      await expect(reader.getByRole('heading', { level: 1 })).toContainText('finns inte')
      await reader.context().close()
    })
  })
