import type { LawState } from '#server/reports/law-matrix.ts'

export const sv = {
  title: 'Lagkrav',
  titleOf: (report: string) => `Lagkrav i ${report}`,
  description: 'Vilka avsnitt som svarar mot vilka lagrum, och hur långt de har kommit.',
  back: 'Till rapporten',
  print: 'Skriv ut',
  sum: (fulfilled: number, asked: number) => `${fulfilled} av ${asked} krav uppfyllda`,
  sumHint: 'Ett krav är uppfyllt när avsnittet har det som mallen kräver, eller anger varför det inte är tillämpligt.',
  allFulfilled: 'Inget lagkrav hindrar att rapporten låses.',
  left: (count: number) =>
    count === 1
      ? 'Ett krav är kvar. Rapporten går inte att låsa förrän det är uppfyllt.'
      : `${count} krav är kvar. Rapporten går inte att låsa förrän de är uppfyllda.`,
  locked: (instant: string) => `Rapporten låstes ${instant}.`,
  otherStops: 'Annat som hindrar låsning',
  none: 'Mallen för den här rapporten hänvisar inte till något lagrum.',
  group: 'Gruppera efter',
  byAct: 'Lag',
  bySection: 'Avsnitt',
  columns: { section: 'Avsnitt', place: 'Lagrum', state: 'Läge', who: 'Vem och när' },
  states: {
    missing: 'Saknas',
    'not-asked': 'Frivilligt, tomt',
    'not-applicable': 'Ej tillämpligt',
    draft: 'Finns',
    done: 'Klart',
    reviewed: 'Granskat',
  } satisfies Record<LawState, string>,
  unknown: 'Ingen har angett läget',
  actSum: (fulfilled: number, asked: number) => `${fulfilled} av ${asked}`,
  late: {
    title: 'Sena avsnitt',
    nobody: 'Ingen ansvarig',
    line: (date: string, owner: string) => `skulle ha varit klart ${date}. Ansvarig: ${owner}.`,
    reminded: {
      sent: (date: string) => `Påmind ${date}.`,
      waiting: () => 'Påminnelsen skickas om en stund.',
      failed: () => 'Påminnelsen har inte gått att skicka än. Nya försök görs.',
    },
    never: 'Inte påmind.',
    remind: 'Påminn',
    remindAbout: (section: string) => `Påminn om ${section}`,
    remindAll: 'Påminn alla',
    noMail: 'Påminnelser går inte att skicka: organisationen har inte ställt in någon e-postserver (SMTP_URL).',
    asked: ({ people, already, unreachable }: { people: number; already: number; unreachable: number }) =>
      [
        people > 0 && (people === 1 ? 'En person får en påminnelse.' : `${people} personer får en påminnelse.`),
        already > 0 &&
          (already === 1 ? 'En person har redan påmints i dag.' : `${already} personer har redan påmints i dag.`),
        unreachable > 0 &&
          `${unreachable === 1 ? 'För ett avsnitt' : `För ${unreachable} avsnitt`} finns ingen att påminna: ansvarig saknas, har ingen e-postadress eller har stängt av påminnelser.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  /** Names of acts by how templates abbreviate them. */
  acts: {
    PSL: 'Patientsäkerhetslagen (2010:659)',
    KL: 'Kommunallagen (2017:725)',
    HSL: 'Hälso- och sjukvårdslagen (2017:30)',
    TF: 'Tryckfrihetsförordningen',
    'SOSFS 2011:9': 'Ledningssystem för systematiskt kvalitetsarbete',
    'HSLF-FS 2016:40': 'Journalföring och behandling av personuppgifter i hälso- och sjukvården',
    'HSLF-FS 2017:40': 'Vårdgivares systematiska patientsäkerhetsarbete',
    'SSMFS 2018:5': 'Medicinska exponeringar',
  } as Record<string, string>,
}
