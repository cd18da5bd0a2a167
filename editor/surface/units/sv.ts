import type { SharedRowsOffer } from '../../core/shared-rows.ts'
import type { UnitList } from '../../core/structure/structured-section.ts'

/** "rekommendation" → "Rekommendation" */
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const counted = (count: number, many: string): string => `${count} ${many}`

export const sv = {
  shared: {
    offer: ({ boardName, many, missing, changed }: SharedRowsOffer) =>
      [
        missing > 0 && `${boardName} har ${counted(missing, many)} för alla nämnder som saknas här.`,
        changed > 0 && `${boardName} har ändrat ${counted(changed, many)} som står här.`,
      ]
        .filter(Boolean)
        .join(' '),
    bring: 'Hämta',
    bringName: ({ boardName, many }: SharedRowsOffer) => `Hämta ${many} från ${boardName}`,
  },
  printed: 'Tabell som går att rulla i sidled',
  add: ({ one }: Pick<UnitList, 'one'>) => `Lägg till ${one}`,
  addTo: (one: string, list: string) => `Lägg till ${one} i ${list}`,
  name: (one: string, n: number) => `${capital(one)} ${n}`,
  none: (many: string) => `Inga ${many} än.`,
  up: (name: string) => `Flytta upp ${name}`,
  down: (name: string) => `Flytta ner ${name}`,
  grip: (name: string) => `Dra för att flytta ${name}. Med tangentbordet: pil upp och pil ner.`,
  remove: (name: string) => `Ta bort ${name}`,
  removeTitle: (name: string) => `Ta bort ${name}?`,
  removeHint: (where: string) =>
    `Allt som står i den tas ur rapporten. Inget raderas: den går att ta tillbaka under ”Borttaget” i ${where}.`,
  removeDo: 'Ta bort',
  cancel: 'Avbryt',
  removed: (name: string) => `${name} är borttagen`,
  undo: 'Ångra',
  moved: (name: string, n: number, of: number) => `${name} är nu nummer ${n} av ${of}`,
  gone: (count: number) => `Borttaget (${count})`,
  goneBy: (by: string, when: string) => `togs bort av ${by} ${when}`,
  bringBack: 'Ta tillbaka',
  bringBackNamed: (name: string) => `Ta tillbaka ${name}`,
  sum: 'Summa',
  row: (name: string) => name.toLowerCase(),
  promised: 'Åtgärden kommer från en tidigare rapport. Hur långt har den kommit? Ändra status, eller svara här.',
  same: (status: string) => `Fortfarande ${status.toLowerCase()}`,
  sameNamed: (status: string, name: string) => `Fortfarande ${status.toLowerCase()}: ${name.toLowerCase()}`,
  proposal: 'Så skrivs det ut',
  actions: 'Flytta och ta bort',
}
