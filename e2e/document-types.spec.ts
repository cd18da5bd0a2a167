import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Expected } from '#templates/testing/fill-file.ts'
import { missingTexts } from '#templates/testing/missing-texts.ts'
import { readSeed } from '#templates/testing/read-seed.ts'
import { createReport } from './support/create-report.ts'
import { exportPdf } from './support/export-pdf.ts'
import { ReportFiller } from './support/fill-report.ts'
import { expectAccessible, section, signIn } from './support/people.ts'

/** Comes near enough for its controls to be drawn, as it does for somebody who scrolls to it. */
async function at(page: Page, name: string): Promise<Locator> {
  const found = section(page, name).first()
  await found.scrollIntoViewIfNeeded()
  return found
}

/** A control by its label; a star after it says that it must be filled in. */
const control = (place: Locator | Page, label: string): Locator =>
  place.getByLabel(new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`))

async function fillIn(place: Locator | Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const field = control(place, label)
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
    await field.blur()
  }
}

/** A row of a list, by hand. */
async function addRow(place: Locator, button: string, where: string, values: Record<string, string>): Promise<void> {
  await place.getByRole('button', { name: button }).click()
  const named = Object.fromEntries(Object.entries(values).map(([label, value]) => [`${label}, ${where}`, value]))
  await expect(control(place, Object.keys(named)[0] ?? '')).toBeFocused()
  await fillIn(place, named)
}

/** A unit of its own, such as an avdelning, by hand. */
async function addUnit(page: Page, list: string, what: string, values: Record<string, string>): Promise<void> {
  await (await at(page, list)).getByRole('button', { name: `Lägg till ${what}` }).click()
  await fillIn(await at(page, `${what} 1`), values)
}

interface Type {
  /** As the page for new reports calls it. */
  type: string
  title: string
  /** Real documents that it is filled from. */
  files: string[]
  /** Words of what the check stops, before all is filled in. */
  stops: RegExp
  /** What is done by hand. @returns what must stand in the PDF for it */
  byHand: (page: Page) => Promise<string[]>
}

const types: Type[] = [
  {
    type: 'Internkontrollplan',
    title: 'Internkontrollplan efter Flen',
    files: ['flen_internkontrollplan_2024'],
    stops: /Nämndens kontrollmoment, rad 1: Riskvärde, Rapporteras till/,
    byHand: async page => {
      const risks = await at(page, 'Riskanalys')
      await addRow(risks, 'Lägg till risk i Risker', 'risk 1', {
        Risk: 'Fel mottagare av beslut',
        Sannolikhet: '3',
        Konsekvens: '4',
        Hantering: 'Direkt åtgärd',
      })
      const matrix = risks.getByRole('table', { name: /^Sannolikhet och konsekvens/ })
      await expect(matrix.getByRole('cell', { name: '12, hög Nr 1' })).toBeVisible()
      return ['1 Fel mottagare av beslut 3 4 12 Direkt åtgärd', '12, hög Nr 1']
    },
  },
  {
    type: 'Internkontrollrapport',
    title: 'Internkontrollrapport efter Askersund',
    files: ['askersund_kontrollmoment'],
    stops: /Uppgifter om kontrollen/,
    byHand: async page => {
      await addUnit(page, 'Redovisning per kontrollmoment', 'kontrollmoment', { Kontrollmoment: 'Delegerade beslut' })
      await fillIn(await at(page, 'Delegerade beslut'), {
        Genomförd: 'Ja',
        Urvalsstorlek: '40',
        'Antal avvikelser': '1',
      })
      await expect(await at(page, 'Delegerade beslut')).toContainText('2,5\u00a0%')
      return ['3.1 Delegerade beslut', '2,5 %']
    },
  },
  {
    type: 'Månadsrapport',
    title: 'Månadsrapport efter Flen',
    files: ['flen_manad_ekonomi_total'],
    stops: /Uppgifter om rapporten saknas: Period/,
    byHand: async page => {
      await addUnit(page, 'Avdelningar', 'avdelning', { Avdelning: 'Avdelning Äldreomsorg' })
      await addRow(await at(page, 'Ekonomi'), 'Lägg till verksamhet i Budget och utfall', 'verksamhet 1', {
        Verksamhet: 'Hemtjänst',
        Budget: '1 200',
        Utfall: '1 450,5',
      })
      await expect((await at(page, 'Ekonomi')).getByRole('alert')).toContainText('för många decimaler')
      await fillIn(await at(page, 'Ekonomi'), { 'Utfall, verksamhet 1': '1 450' })
      const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 }
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page)
      await page.setViewportSize({ width, height })
      return ['2.1 Avdelning Äldreomsorg', 'Hemtjänst 1 200 1 450 −250']
    },
  },
  {
    type: 'Tjänsteskrivelse',
    title: 'Månadsrapport november',
    files: ['flen_tjansteskrivelser'],
    stops: /Sammanfattning är tomt/,
    byHand: async page => {
      await addRow(await at(page, 'Förslag till beslut'), 'Lägg till att-sats i Att-satser', 'att-sats 1', {
        Organ: 'Vård- och omsorgsnämnden',
        'Beslutar att': 'Notera',
        Vad: 'prognosen för helåret',
      })
      return ['prognosen för helåret']
    },
  },
  {
    type: 'Delegationsbeslut och anmälningsärenden',
    title: 'Anmälningsärenden efter Flen',
    files: ['flen_anmalningsarenden'],
    stops: /Anmälningsärenden, rad 1: Ärende/,
    byHand: async page => {
      await addRow(
        await at(page, 'Delegationsbeslut'),
        'Lägg till delegationsbeslut i Delegationsbeslut',
        'delegationsbeslut 1',
        { Datum: '2024-01-12', Beslut: 'Avskrivning av fordran', Delegat: 'Ekonomichef' },
      )
      return ['12 januari 2024 Avskrivning av fordran Ekonomichef']
    },
  },
  {
    type: 'Nämndplan',
    title: 'Nämndplan efter Flen',
    files: [
      'flen_uppfoljningskalender',
      'flen_namndplan_mal_indikatorer',
      'flen_namndplan_ekonomi_indikatorer',
      'flen_driftbudget_2024',
      'flen_investeringsbudget_2024',
    ],
    stops: /Bilaga: internkontrollplan är tomt/,
    byHand: async page => {
      await addRow(await at(page, 'Driftbudget'), 'Lägg till post i Driftbudget', 'post 1', {
        Post: 'Oförutsett',
        Kostnader: '500',
        Intäkter: '500',
        'Budgetram 2023': '0',
      })
      await expect((await at(page, 'Driftbudget')).getByRole('row', { name: /^Summa/ })).toContainText('500')
      return ['Oförutsett 500 500 0 0']
    },
  },
  {
    type: 'Patientsäkerhetsberättelse',
    title: 'Patientsäkerhetsberättelse efter Flen',
    files: [
      'flen_psb_organisation_ansvar',
      'flen_psb_samverkan',
      'flen_psb_egenkontroll_2024',
      'flen_psb_handlingsplan_2024',
      'flen_psb_begrepp',
    ],
    stops: /Informationssäkerhet/,
    byHand: async page => {
      const security = await at(page, 'Informationssäkerhet')
      await fillIn(security, {
        'Läge, del 2': 'Redovisat',
        'Redovisning eller skäl, del 2': 'Två riskanalyser har gjorts.',
      })
      await addUnit(page, 'Stärka analys', 'kvalitetsregister', { Mätperiod: '2023', Register: 'Senior alert' })
      await expect(section(page, 'Senior alert')).toBeVisible()
      return ['Riskanalyser Redovisat Två riskanalyser har gjorts.', 'Senior alert']
    },
  },
  {
    type: 'Nämndrapport',
    title: 'Nämndrapport efter Flen',
    // The economy table is the månadsrapport's.
    files: ['flen_manad_ekonomi_total'],
    stops: /Uppgifter om rapporten saknas: Period/,
    byHand: async page => {
      await addUnit(page, 'Avdelningar', 'avdelning', { Avdelning: 'Avdelning Myndighet' })
      return ['2.1 Avdelning Myndighet']
    },
  },
  {
    type: 'Patientsäkerhetsrapport',
    title: 'Patientsäkerhetsrapport efter Flen',
    // The rows of its handlingsplan are the patientsäkerhetsberättelse's.
    files: ['flen_psb_handlingsplan_2024'],
    stops: /Uppgifter om rapporten saknas: /,
    byHand: async page => {
      await addUnit(page, 'Kvalitetsregister', 'kvalitetsregister', {
        Mätperiod: '2023',
        Register: 'Svenska palliativregistret',
      })
      await expect(section(page, 'Svenska palliativregistret')).toBeVisible()
      return ['Svenska palliativregistret']
    },
  },
]

const withoutSpaces = (text: string): string => text.replaceAll(/\s+/g, '')

// The bulk goes in as hundreds of requests.
test.describe.configure({ timeout: 300_000 })

let author: Page
let chief: Page

test.beforeAll(async ({ browser }) => {
  author = await signIn(browser, 'Handläggare')
  chief = await signIn(browser, 'Förvaltningschef')
})
test.afterAll(async () => {
  await author.context().close()
  await chief.context().close()
})

/** A nämndplan refers to a plan that is there. */
async function choosePlan(page: Page): Promise<void> {
  const appendix = await at(page, 'Bilaga: internkontrollplan')
  const choice = control(appendix, 'Internkontrollplan')
  await choice.selectOption({ label: 'Internkontrollplan efter Flen' })
  await expect(choice.locator('option:checked')).toHaveText('Internkontrollplan efter Flen')
}

for (const { type, title, files, stops, byHand } of types)
  test(`${type}: from a new page to a locked PDF with all that the real documents say`, async () => {
    await createReport(author, title, type)
    const atHand = await byHand(author)
    const owner = author.getByRole('combobox', { name: /^Ansvarig/ }).first()
    await owner.selectOption({ label: 'Enhetschef' })

    const filler = new ReportFiller(author)
    const expected: Expected[] = []
    await filler.away([author], async () => {
      // One cover note is one row of its file.
      for (const file of files)
        expected.push(
          ...(await filler.fillFile(file, type === 'Tjänsteskrivelse' ? readSeed(file).slice(0, 1) : undefined)),
        )
    })

    await chief.goto(author.url())
    await chief.getByRole('button', { name: 'Lås rapporten' }).click()
    await expect(chief.getByRole('dialog').getByText(stops).first()).toBeVisible()
    await expect(chief.getByRole('dialog').getByRole('button', { name: 'Lås rapporten' })).toBeDisabled()
    // The dialog is the same for all types.
    if (type === 'Nämndplan') await expectAccessible(chief)
    await chief.keyboard.press('Escape')

    if (type === 'Nämndplan') await choosePlan(author)
    await filler.away([author, chief], () => filler.answerFindings())
    await expectAccessible(author)

    await chief.getByRole('button', { name: 'Lås rapporten' }).click()
    await chief.getByRole('dialog').getByRole('button', { name: 'Lås rapporten' }).click()
    await expect(author.getByText(/Rapporten låstes .* av Förvaltningschef/)).toBeVisible()
    await expect(author.locator('main').getByRole('textbox')).toHaveCount(0)

    const text = await exportPdf(chief)
    expect(missingTexts(text, (await filler.structure()).sections, expected)).toEqual([])
    for (const one of atHand) expect(withoutSpaces(text)).toContain(withoutSpaces(one))
    expect(text).not.toContain('Uppgift saknas')
    filler.close()
  })

test('those who only read see what is written, and a contributor writes where they are responsible', async ({
  browser,
}) => {
  await createReport(author, 'Plan med flera läsare', 'Internkontrollplan')
  const filler = new ReportFiller(author)
  const { report } = await filler.structure()
  await filler.setValue({ of: 'report', id: report.id }, 'period', '2024')
  await filler.fillFile('flen_internkontrollplan_2024')
  await (await at(author, 'Riskanalys'))
    .getByRole('combobox', { name: /^Ansvarig/ })
    .selectOption({ label: 'Enhetschef' })
  await expect(
    author
      .getByRole('combobox', { name: /^Ansvarig/ })
      .first()
      .locator('option:checked'),
  ).toHaveText('Enhetschef')

  const contributor = await signIn(browser, 'Enhetschef')
  await contributor.goto(author.url())
  await addRow(await at(contributor, 'Riskanalys'), 'Lägg till risk i Risker', 'risk 1', {
    Risk: 'Vikarier utan introduktion',
  })
  await expect(control(await at(author, 'Riskanalys'), 'Risk, risk 1')).toHaveValue('Vikarier utan introduktion')

  const auditor = await signIn(browser, 'Revisor')
  await auditor.goto(author.url())
  await expect((await at(auditor, 'Riskanalys')).getByRole('table').first()).toContainText('Vikarier utan introduktion')
  for (const reader of [contributor, auditor]) {
    const theirs = await at(reader, 'Nämndspecifika kontrollmoment')
    await expect(theirs.getByRole('cell', { name: 'Granska och redovisa sjukfrånvaro' })).toBeVisible()
    await expect(theirs.getByRole('textbox')).toHaveCount(0)
    await reader.getByText('Uppgifter om rapporten').click()
    await expect(reader.getByRole('row', { name: 'Planen gäller 2024' })).toBeVisible()
    await expectAccessible(reader)
  }
  await expect(auditor.locator('main').getByRole('textbox')).toHaveCount(0)
  await contributor.context().close()
  await auditor.context().close()
  filler.close()
})
