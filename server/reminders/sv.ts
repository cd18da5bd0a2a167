import { formatDate } from '#editor/core/format-date.ts'

export const sv = {
  subject: (count: number, late: number): string => {
    if (late > 0) return late === 1 ? 'Påminnelse: ett avsnitt är försenat' : `Påminnelse: ${late} avsnitt är försenade`
    return count === 1 ? 'Påminnelse: ett avsnitt att göra klart' : `Påminnelse: ${count} avsnitt att göra klara`
  },
  greeting: (name: string) => `Hej ${name}!`,
  intro: (count: number) => (count === 1 ? 'Ett avsnitt väntar på dig:' : `${count} avsnitt väntar på dig:`),
  when: (deadline: string | null, days: number): string => {
    if (deadline === null) return 'inget datum satt'
    const date = `klart senast ${formatDate(deadline)}`
    if (days > 0) return `${date}, ${days} ${days === 1 ? 'dag' : 'dagar'} försenat`
    if (days === 0) return `${date}, alltså i dag`
    return `${date}, om ${-days} ${days === -1 ? 'dag' : 'dagar'}`
  },
  howTo: 'Öppna länken, fyll i och tryck på Klar. Det går bra på telefonen, och det du skriver sparas av sig självt.',
  off: 'Vill du inte ha påminnelser? Stäng av dem här:',
}
