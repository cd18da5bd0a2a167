import { GOAL_NAMES } from '#server/indicators/goal-names.ts'
import type { ImportProgress } from '#server/indicators/import/progress.ts'
import { REPEATED } from '#server/indicators/import/repeated-rows.ts'
import { count, values } from '../../sv.ts'

export const sv = {
  title: 'Granska importen',
  reading: 'Läser filen och jämför med det som är sparat…',
  file: (source: string, fileName: string) => `${source}, filen ${fileName}`,
  pasted: (source: string) => `${source}, inklistrad tabell`,
  progress: ({ phase, rows, share }: ImportProgress) => {
    const count = `${rows.toLocaleString('sv-SE')} rader`
    if (phase === 'reading') return `Läser filen, ${count}${share > 0 ? `, ${Math.round(share * 100)} %` : ''}`
    return phase === 'comparing' ? `Jämför ${count} med det som är sparat…` : `Sparar värden ur ${count}…`
  },
  ready: {
    title: 'Filen går att importera',
    text: (added: number, changed: number) => {
      if (added + changed === 0) return 'Alla värden i filen är redan sparade. Importen ändrar inget.'
      const parts = [
        added > 0 && `sparar ${count(added, 'nytt värde', 'nya värden')}`,
        changed > 0 && `ändrar ${values(changed)}`,
      ]
      return `Importen ${parts.filter(Boolean).join(' och ')}.`
    },
  },
  refused: {
    title: 'Filen kan inte importeras än',
    text: (errors: number) =>
      `Den har ${count(errors, 'fel', 'fel')}. Rätta i källsystemet eller i filen och välj den sedan igen, eller ändra hur filen läses. Inget har sparats.`,
    rest: (rows: number, repeated: boolean) =>
      `Du kan också importera resten. Då är ${count(rows, 'rad', 'rader')} inte med. Importens sida visar sedan vad som inte kom med.${repeated ? ` ${REPEATED}` : ''}`,
  },
  duplicate: {
    title: 'Filen är redan importerad',
    refused: (date: string, name: string) => `${name} importerade den ${date}, och alla värden är redan sparade.`,
    allowed: (date: string, name: string) =>
      `${name} importerade samma fil ${date}. Värden har ändrats sedan dess. Importen ändrar tillbaka dem.`,
  },
  gone: 'Det finns ingen fil att granska',
  summary: {
    title: 'Sammanfattning',
    rows: 'Rader i filen',
    added: 'Nya värden',
    changed: 'Ändrade värden',
    unchanged: 'Oförändrade värden',
    missing: 'Uppgift saknas',
  },
  import: 'Importera',
  importRest: 'Importera de rader som går',
  change: 'Ändra hur filen läses',
  importing: 'Importerar…',
  cancel: 'Avbryt',
  another: 'Välj en annan fil',
  failed: 'Inget importerades',
  firstOf: (shown: number, all: number) => `De ${shown} första av ${count(all, '', 'visas')}.`,
  problems: {
    title: 'Fel i filen',
    line: 'Rad',
    column: 'Kolumn',
    problem: 'Vad som är fel',
    value: 'Så står det',
    wholeRow: 'Hela raden',
  },
  changes: {
    title: 'Värden som ändras',
    additions: 'Nya värden',
    indicator: 'Indikator',
    what: 'Avser',
    old: 'Nu',
    new: 'Blir',
    n: 'n',
    goals: GOAL_NAMES,
    missing: 'saknas',
    suppressed: 'dolt av källan',
    preliminary: '(preliminär)',
  },
  newIndicators: 'Nya indikatorer',
  newIndicatorsText: 'De här finns inte sedan tidigare. Kontrollera att namnen inte är stavade på ett nytt sätt.',
  absent: 'Finns inte i filen',
  absentText: 'De här indikatorerna har värden sedan tidigare. De behåller dem.',
  notices: 'Att känna till',
}
