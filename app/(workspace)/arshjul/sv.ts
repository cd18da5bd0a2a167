import { formatDate } from '#editor/core/format-date.ts'

export type WheelState = 'not-begun' | 'late' | 'draft' | 'locked'

export const sv = {
  title: 'Årshjul',
  description: 'När nämndernas rapporter ska vara klara, och hur långt de har kommit.',
  filter: { title: 'Filtrera årshjulet', year: 'År', board: 'Nämnd', allBoards: 'Alla nämnder', apply: 'Visa' },
  months: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  wheel: (year: number) => `Årshjul för ${year}`,
  wheelText: (counts: Record<WheelState, number>) =>
    `${[
      `${counts.draft} pågår`,
      `${counts.late} är försenade`,
      `${counts.locked} är låsta`,
      `${counts['not-begun']} är inte påbörjade`,
    ].join(', ')}. Allt i bilden finns i listan.`,
  more: (count: number) => `+${count}`,
  states: {
    'not-begun': 'Inte påbörjad',
    late: 'Försenad',
    draft: 'Pågår',
    locked: 'Låst',
  } satisfies Record<WheelState, string>,
  list: 'Rapporter under året',
  columns: { report: 'Rapport', board: 'Nämnd', deadline: 'Klar senast', owners: 'Ansvariga', status: 'Status' },
  byLaw: (law: string) => `enligt ${law}`,
  legal: 'enligt lag',
  noDay: 'Inget datum satt',
  local: (date: string, sections: number) =>
    sections === 0
      ? `Svar till revisorerna ${formatDate(date)}`
      : `${sections} avsnitt klara senast ${formatDate(date)}`,
  moreLocal: (count: number) => `och ${count} datum till`,
  noOwners: 'Ingen ansvarig angiven',
  progress: (done: number, count: number) => `${done} av ${count} avsnitt klara`,
  notBegunTitle: (template: string, year: number) => `${template} ${year}`,
  create: 'Skapa rapporten',
  ofBoard: (title: string, board: string) => `${title}, ${board}`,
  emptyTitle: (year: number) => `Inget har ett datum under ${year}`,
  emptyText: 'Rapporter som ska vara klara under året visas här, och det som lagen kräver men som ingen har påbörjat.',
  feed: {
    open: 'Prenumerera i kalendern',
    title: 'Prenumerera i kalendern',
    text: 'Du får en adress som din kalender hämtar datumen från: nämndernas rapporter och dina egna avsnitt. Alla som har adressen kan läsa dem, så dela den inte.',
    make: 'Skapa adress',
    renew: 'Skapa en ny adress',
    renewHint: 'Den gamla adressen slutar fungera, och kalendern som använder den får inget mer.',
    revoke: 'Ta bort adressen',
    exists: (created: string, used: string | null) =>
      `Du har en adress sedan ${created}. ${used ? `En kalender hämtade från den senast ${used}.` : 'Ingen kalender har hämtat från den än.'} Den visas inte igen.`,
    address: 'Adress till kalendern',
    once: 'Adressen visas bara nu. Klistra in den där din kalender frågar efter en internetkalender.',
    copy: 'Kopiera',
    copied: 'Kopierad.',
    revoked: 'Adressen är borttagen. Kalendrar som använde den får inget mer.',
    failed: 'Det gick inte. Försök igen.',
  },
}
