const MOST = 120
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text).replace(/\s+/g, ' ')

export const sv = {
  unanswered: (number: string, heading: string, measure: string, status: string | null) =>
    `Åtgärden ”${short(measure)}” i ${number} ${heading} lovades i en tidigare rapport${status ? ` och var då ${status.toLowerCase()}` : ''}. Ange hur långt den har kommit, även om inget har ändrats.`,
}
