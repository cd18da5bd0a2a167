import type { TemplateFault } from '#templates/find-faults.ts'
import { MOST_OF_CAPACITY, MOST_SIGNERS } from '#templates/signing-limits.ts'

export const sv = {
  title: 'Mallar',
  description:
    'Gör en egen kopia av en mall, ändra den och publicera. Rapporter som redan är påbörjade behåller sin version av mallen.',
  own: 'Organisationens mallar',
  ownEmpty: 'Här finns inga egna mallar än. Kopiera en av produktens, eller läs in en fil.',
  product: 'Produktens mallar',
  copy: 'Gör en egen kopia',
  copyOf: (name: string) => `Gör en egen kopia av ${name}`,
  edit: (name: string) => `Ändra ${name}`,
  published: (version: number) => `Publicerad, version ${version}`,
  notPublished: 'Inte publicerad än',
  download: 'Hämta som fil',
  downloadNamed: (name: string) => `Hämta som fil: ${name}`,
  import: 'Läs in en fil',
  importLabel: 'Mallfil (JSON)',
  importSend: 'Läs in mallen',
  importFailed: 'Filen lästes inte in, och inget har ändrats',
  noFile: 'Välj en fil.',
  notJson: 'Filen är inte en mall. Välj en fil som är hämtad härifrån (.json).',
  sections: (count: number) => `${count} avsnitt`,
  back: 'Alla mallar',
  saved: 'Sparat',
  saving: 'Sparar…',
  notSaved: 'Inte sparat',
  publish: 'Publicera',
  publishedNow: (version: number) => `Version ${version} är publicerad. Nya rapporter görs från den.`,
  faults: (count: number) =>
    count === 1
      ? 'En sak att rätta innan mallen går att publicera'
      : `${count} saker att rätta innan mallen går att publicera`,
  about: 'Om mallen',
  name: 'Namn',
  describe: 'Beskrivning',
  reportTitle: 'Titel på nya rapporter',
  reportTitleHint:
    'Skriv {år} där rapportens år ska stå, och {år-1} eller {år+1} för året före eller efter. Det går även i rubriker och namn på fält.',
  reportFields: 'Uppgifter om rapporten',
  signing: 'Underskrift',
  signers: 'De som skriver under, som vad',
  signersHint: 'En per rad, till exempel Nämndens ordförande. Föreslås när en rapport skickas för underskrift.',
  signingOrder: 'Ordning',
  inSequence: 'En i taget, i ordningen ovan',
  inParallel: 'Alla samtidigt',
  heading: 'Rubrik',
  level: 'Nivå',
  required: { label: 'Krav', yes: 'Ska finnas med', conditional: 'Ska finnas med eller motiveras', no: 'Frivilligt' },
  guidance: 'Vägledning till författarna',
  text: 'Löpande text',
  laws: 'Lagrum',
  addLaw: 'Lägg till lagrum',
  addLawHint: 'Till exempel PSL 3:10',
  removeLaw: (law: string) => `Ta bort ${law}`,
  fixedLaw: 'Följer med avsnittet och går inte att ta bort',
  addSection: 'Lägg till avsnitt',
  newSection: 'Nytt avsnitt',
  up: (name: string) => `Flytta upp ${name}`,
  down: (name: string) => `Flytta ner ${name}`,
  remove: (name: string) => `Ta bort ${name}`,
  removed: (name: string) => `${name} är borttaget`,
  undo: 'Ångra',
  details: 'Fält och listor',
  fields: 'Fält',
  list: (heading: string) => `Lista: ${heading}`,
  unit: (name: string) => `Upprepas: ${name}`,
  addField: 'Lägg till fält',
  newField: 'Nytt fält',
  fieldName: 'Fältets namn',
  fieldType: 'Slag',
  fieldRequired: 'Ska fyllas i',
  options: 'Alternativ, ett per rad',
  types: {
    text: 'Text',
    date: 'Datum',
    period: 'Period',
    number: 'Tal',
    role: 'Roll',
    choice: 'Val',
    report: 'Annan rapport',
    diaryNumber: 'Diarienummer',
    computed: 'Räknas ut',
  },
  of: (label: string, name: string) => `${label}, ${name}`,
}

const FAULTS: Record<TemplateFault['code'], (detail: string) => string> = {
  form: () => 'värdet är fel eller saknas',
  signers: () => `skriv en till ${MOST_SIGNERS} personer, en per rad, med högst ${MOST_OF_CAPACITY} tecken på varje`,
  twice: detail => `”${detail}” finns två gånger`,
  'unknown-field': detail => `fältet ”${detail}” finns inte`,
  'no-number': detail => `”${detail}” är inget tal`,
  'too-deep': detail => `”${detail}” ligger på fel nivå; rubriker har högst tre nivåer, och den första har nivå 1`,
  'unknown-section': detail => `avsnittet ”${detail}” finns inte`,
  'unknown-rows': detail => `listan ”${detail}” finns inte i samma avsnitt`,
  'no-match': detail =>
    `${detail} går inte att jämföra: tal jämförs med tal, datum och perioder med datum och perioder`,
  empty: detail => `”${detail}” har varken text, fält eller listor`,
  measure: detail => `åtgärder måste ha fältet ”${detail}”`,
  law: detail => `lagrummet saknas: ${detail}. Lägg tillbaka avsnittet, eller lagrummet i det.`,
}

/** "sections 3 heading: värdet är fel" with the place in the words of the page. */
export function faultText({ path, code, detail }: TemplateFault, headings: readonly string[]): string {
  const [part, at, ...rest] = path
  const number = Number(at)
  const section = Number.isInteger(number) ? (headings[number] ?? `nummer ${number + 1}`) : at
  const place =
    part === 'sections' && section && code !== 'law'
      ? `Avsnittet ${section}${rest.length ? ` (${rest.join(', ')})` : ''}: `
      : part === 'fields' && at
        ? `Uppgifter om rapporten (${[at, ...rest].join(', ')}): `
        : part === 'signing'
          ? 'Underskrift: '
          : ''
  return place + FAULTS[part === 'signing' ? 'signers' : code](detail)
}
