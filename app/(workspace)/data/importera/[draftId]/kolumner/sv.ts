import type { ColumnRole, Pointing } from '#server/indicators/layout/pointing.ts'

const roles: Record<ColumnRole, string> = {
  ignore: 'Importeras inte',
  name: 'Namn på indikatorn',
  area: 'Område',
  unit: 'Enhet',
  period: 'Period',
  gender: 'Kön',
  numerator: 'Täljare',
  denominator: 'n (nämnare)',
  better: 'Riktning som är bättre',
  note: 'Fotnot',
  status: 'Preliminär eller inte',
  result: 'Resultat',
  target: 'Mål',
  national: 'Nationellt mål',
  comparison: 'Jämförelse',
  budget: 'Budget',
  forecast: 'Prognos',
}

const units: Record<Pointing['measures'][number]['unit'], string> = {
  percent: 'procent, en andel (0–100)',
  'percent-any': 'procent, kan vara över 100',
  count: 'antal',
  persons: 'personer',
  kr: 'kr',
  tkr: 'tkr',
  mnkr: 'mnkr',
  index: 'index',
  yesno: 'ja eller nej',
  other: 'annan',
}

const better: Record<Pointing['measures'][number]['better'], string> = {
  up: 'högre är bättre',
  down: 'lägre är bättre',
  same: 'oförändrat är bäst',
  yes: 'ja är bäst',
  comparison: 'bättre än jämförelsen',
  none: 'ingen riktning',
}

export const sv = {
  title: 'Peka ut kolumnerna',
  description:
    'Säg vad varje kolumn är. Förslaget bygger på rubrikerna och innehållet. Nästa fil av samma slag läses likadant.',
  place: {
    title: 'Var tabellen finns',
    sheet: 'Blad',
    hidden: (name: string) => `${name} (dolt)`,
    headerLine: 'Rubrikerna börjar på rad',
    line: (line: number, text: string) => `${line}: ${text}`,
    headerRows: 'Antal rubrikrader',
    show: 'Läs om tabellen',
  },
  table: {
    title: 'Filens första rader',
    line: 'Rad',
    what: 'Vad är kolumnen?',
    column: (name: string) => `Kolumnen ${name} är`,
  },
  roles,
  units,
  better,
  measures: {
    title: 'Vad värdena mäter',
    own: (column: string) => `Vad mäter ${column}?`,
    ownHint: 'Lämna tomt om radens namn säger allt.',
    ofRows: 'Radernas mått',
    unit: 'Enhet',
    unitText: 'Enhetens namn',
    unitTextHint: 'Tomt: enheten läses ur kolumnen Enhet.',
    better: 'Riktning',
  },
  whole: {
    title: 'För hela filen',
    area: 'Område',
    areaHint: 'Till exempel en avdelning, när filen inte själv säger vad den gäller.',
    period: 'Period',
    periodHint: 'För värden utan period: 2024, 2023-11, 2024-K1 eller 2023-01..11.',
    year: 'År för månaderna',
    skipSums: 'Hoppa över rader som börjar med Summa eller Totalt',
  },
  preview: {
    title: 'Så läses de första värdena',
    none: 'Valen ger inga värden än. Peka ut minst en kolumn med värden, och en med namn.',
    waiting: 'Läser…',
    noContact: 'Ingen kontakt med servern. Värdena visas när du ändrar ett val och kontakten är tillbaka.',
    row: (line: number) => `Rad ${line}`,
  },
  save: {
    title: 'Spara',
    source: 'Källa',
    newSource: 'Ny källa',
    name: 'Den nya källans namn',
    nameHint: 'Till exempel Medarbetarenkät. Så kallas siffrorna i rapporterna.',
    keep: 'Läs nästa fil från källan likadant',
    submit: 'Fortsätt till granskningen',
    errors: {
      missing: 'Skriv vad källan ska heta.',
      'too-long': 'Namnet får vara högst 80 tecken.',
      taken: 'Det finns redan en källa med det namnet.',
    } as Record<string, string>,
    failed: 'Det gick inte att läsa filen så',
  },
  back: 'Avbryt',
}
