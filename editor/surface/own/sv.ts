import { formatDate } from '../../core/format-date.ts'

export const sv = {
  back: 'Mina avsnitt',
  progress: (done: number, all: number) => `${done} av ${all} klara`,
  allDone: 'Allt är klart. Tack!',
  deadline: (date: string) => `Klart senast ${formatDate(date)}`,
  done: 'Klar',
  doneWith: (section: string) => `Klar med ${section}`,
  notDone: 'Ändra igen',
  notDoneWith: (section: string) => `Ändra ${section} igen`,
  isDone: 'Du har sagt att avsnittet är klart.',
  guidance: 'Det här ska stå här',
  nothing: 'Inget avsnitt i rapporten är ditt just nu.',
  nothingText: 'Ansvaret kan ha gått över till någon annan. Dina övriga avsnitt finns under Mina avsnitt.',
  last: {
    was: 'Förra gången:',
    take: 'Använd',
    takeFor: (field: string) => `Använd förra gångens värde i ${field}`,
    used: (field: string) => `${field} har förra gångens värde`,
    undo: 'Ångra',
    text: (year: number) => `Förra gångens text (${year})`,
    fetch: 'Hämta texten',
    fetchInto: (section: string) => `Hämta förra gångens text till ${section}`,
    fetched: 'Texten är hämtad. Gå igenom den innan du säger att avsnittet är klart.',
    notEmpty: 'Avsnittet har redan text. Töm det först, eller kopiera det du vill ha ur förra gångens text.',
    unreadable: 'Texten innehåller något som den här versionen inte kan hämta. Kopiera det du vill ha.',
  },
}
