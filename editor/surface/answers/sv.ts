import type { AnswerOffer, AnswerState } from '../../core/answers-here.ts'
import { formatDate } from '../../core/format-date.ts'
import { genitive } from '../../core/genitive.ts'

export const sv = {
  others: 'Andra nämnders svar',
  assembled: 'Nämndernas svar, kan rullas i sidled',
  answersIn: 'Svar som är med',
  state: ({ progress, lockedOn }: AnswerState) =>
    `${progress ? `${progress.answered} av ${progress.of} besvarade, ` : ''}${lockedOn ? `klar ${formatDate(lockedOn)}` : 'utkast'}`,
  alone: 'Ingen annan nämnd har ett svar som du kan läsa.',
  noneIn: 'Ingen nämnds svar är med ännu.',
  joint: 'Samlat svar:',
  share: 'Låt fler nämnder svara',
  shareFirst: 'När revisorernas rekommendationer är inlagda kan fler nämnder svara på samma granskning.',
  shareText: (recommendations: number, due: string | null) =>
    `Varje nämnd som du väljer får ett eget revisionssvar med granskningens uppgifter, revisorernas bedömning och ${
      recommendations === 1 ? 'rekommendationen' : `alla ${recommendations} rekommendationer`
    }${due ? `, med svar senast ${formatDate(due)}` : ''}. Inget av det som är besvarat här följer med.`,
  boards: 'Nämnder som ska svara',
  has: (name: string) => `${name} har redan ett svar`,
  choose: 'Välj minst en nämnd.',
  allHave: 'Alla nämnder där du kan skapa rapporter har redan ett svar.',
  make: 'Skapa svar',
  made: (count: number) =>
    count === 1 ? 'Nämnden har fått ett svar att fylla i' : `${count} nämnder har fått svar att fylla i`,
  hadThem: 'Nämnderna hade redan svar',
  cancel: 'Avbryt',
  close: 'Stäng',
  assemble: 'Sätt ihop ett samlat svar',
  assembleText:
    'Det samlade svaret visar varje nämnds svar under varje rekommendation. Texten hämtas ur nämndernas egna svar och ändras där. Det samlade svaret kan låsas när alla nämnder har låst sina.',
  assembleAt: 'Nämnd eller styrelse som lämnar det samlade svaret',
  assembleNow: 'Sätt ihop',
  offers: 'Rekommendationer som skiljer sig åt',
  offer: ({ kind, n, from, to }: AnswerOffer) => {
    const here = to.isHere
    if (kind === 'missing')
      return here
        ? `Rekommendation ${n} i ${genitive(from.boardName)} svar finns inte här:`
        : `Revisorernas rekommendation ${n} finns inte i ${genitive(to.boardName)} svar:`
    return here
      ? `Rekommendation ${n} i ${genitive(from.boardName)} svar har en nyare lydelse:`
      : `Rekommendation ${n} har en äldre lydelse i ${genitive(to.boardName)} svar. Lydelsen här:`
  },
  bring: ({ kind, to }: AnswerOffer) => {
    if (kind === 'missing') return to.isHere ? 'Lägg till här' : 'Lägg till där'
    return to.isHere ? 'Rätta här' : 'Rätta där'
  },
  bringName: (offer: AnswerOffer) => `${sv.bring(offer)}: rekommendation ${offer.n}, ${offer.to.boardName}`,
  notIncluded: 'Svar som inte är med',
  include: 'Ta med',
  includeName: (board: string) => `Ta med svaret från ${board}`,
}
