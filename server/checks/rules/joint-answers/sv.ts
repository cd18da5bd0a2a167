import { genitive } from '#editor/core/genitive.ts'

export const sv = {
  none: 'Ingen nämnds svar är med. Öppna nämndens revisionssvar och välj ”Sätt ihop ett samlat svar”.',
  draft: (board: string) =>
    `${genitive(board)} svar är inte låst. Det samlade svaret kan låsas när nämnden har låst sitt.`,
  unanswered: (board: string, n: number) => `${board} har inte besvarat rekommendation ${n}.`,
  otherQuote: (board: string, n: number) =>
    `${genitive(board)} svar återger rekommendation ${n} med en annan lydelse. Kontrollera den mot granskningsrapporten.`,
  more: (board: string, heading: string) =>
    `${heading} i ${genitive(board)} svar finns inte i det samlade svaret. Lägg till den.`,
}
