import type { WordFault } from '#server/reports/word-import/errors.ts'

const found: Record<string, (detail: string) => string> = {
  style: name => `Formatmallen ”${name}”: texten är med, men inte hur den såg ut`,
  element: name => `Något som inte går att läsa (${name})`,
  picture: kind => (kind ? `En bild av typen ${kind}` : 'En bild som inte går att läsa'),
  equation: text => `En formel: ${text}`,
  chart: () => 'Ett diagram. Gör det på nytt av rapportens siffror, eller spara det som bild i Word',
  diagram: () => 'En illustration (SmartArt). Spara den som bild i Word',
  embedded: () => 'Ett inbäddat objekt från ett annat program',
  deleted: text => `Text som var struken med spårade ändringar: ${text}`,
  inserted: text => `Text som var tillagd med spårade ändringar, och nu är med som vanlig text: ${text}`,
  moved: text => `Text som var flyttad med spårade ändringar står bara på sitt nya ställe: ${text}`,
  comment: text => (text ? `En kommentar: ${text}` : 'En kommentar'),
  textbox: text => `En textruta. Se om dess text kom med, och om den står rätt: ${text}`,
  header: text => `Sidhuvudet: ${text}`,
  footer: text => `Sidfoten: ${text}`,
  raised: text => `Upphöjd eller nedsänkt text, som nu står på raden: ${text}`,
  struck: text => `Överstruken text, som nu står utan strecket: ${text}`,
  link: address => `En länk som inte leder till en webbplats: ${address}`,
  'heading-inside': text => `En rubrik i en tabell eller lista, som nu är fet text: ${text}`,
}

export const sv = {
  title: 'Text från Word',
  titleOf: (report: string) => `Text från Word till ${report}`,
  description:
    'Filen delas upp efter sina rubriker. Du väljer i vilket avsnitt varje del läggs in, sist i det som står där.',
  back: 'Till rapporten',
  file: 'Word-fil',
  fileHint: 'En .docx-fil på högst 20 MB, utan lösenord och makron.',
  another: 'Läs in en annan fil',
  submit: 'Läs in filen',
  required: 'Välj en fil.',
  lost: 'Kontakten med servern bröts. Försök igen.',
  refused: {
    'too-large': 'Filen är större än 20 MB. Ta bort eller förminska bilder i Word och spara på nytt.',
    'not-word': 'Det här är ingen Word-fil. Spara den som Word-dokument (.docx) och försök igen.',
    'old-word':
      'Filen är sparad i ett äldre format (.doc). Öppna den i Word, spara som Word-dokument (.docx) och försök igen.',
    password: 'Filen är skyddad med lösenord. Ta bort lösenordet i Word och spara på nytt.',
    macros: 'Filen innehåller makron och läses därför inte in. Spara den som Word-dokument utan makron (.docx).',
    'too-much-inside': 'Filen innehåller mer än vad som går att läsa in. Dela upp den och försök igen.',
    broken: 'Filen är skadad och går inte att läsa. Öppna den i Word, spara på nytt och försök igen.',
  } satisfies Record<WordFault, string>,
  parts: (file: string) => `Delar i ${file}`,
  done: 'Alla delar är inlagda eller valda bort.',
  left: (count: number) => (count === 1 ? 'En del är kvar.' : `${count} delar är kvar.`),
  before: 'Före den första rubriken',
  empty: 'Ingen text under rubriken.',
  contents: ({ tables, pictures, notes }: { tables: number; pictures: number; notes: number }) =>
    [
      tables && `${tables} ${tables === 1 ? 'tabell' : 'tabeller'}`,
      pictures && `${pictures} ${pictures === 1 ? 'bild' : 'bilder'}`,
      notes && `${notes} ${notes === 1 ? 'fotnot' : 'fotnoter'}`,
    ]
      .filter(Boolean)
      .join(', '),
  section: 'Lägg in i',
  choose: 'Välj avsnitt',
  chooseFirst: 'Välj ett avsnitt.',
  place: 'Lägg in',
  leave: 'Använd inte',
  use: 'Använd ändå',
  placed: (section: string) => `Inlagd i ${section}`,
  isLeft: 'Används inte',
  notUnderstood: 'Det här kom inte med som det var',
  under: (heading: string) => `under ”${heading}”`,
  thing: (code: string, detail: string) => found[code]?.(detail) ?? detail,
  elsewhere: 'ett avsnitt som du inte kan skriva i',
}
