import type { Authentication } from '#db/schema/signing.ts'
import { formatInstant } from '#editor/core/format-date.ts'
import { lowerFirst } from '#editor/core/lower-first.ts'

/** The levels of Swedish e-legitimationer by number; others as the identity provider names them. */
function levelOf({ acr }: Authentication): string {
  if (acr === null) return 'utan uppgift om tillitsnivå'
  const swedish = /^http:\/\/id\.elegnamnden\.se\/loa\/1\.0\/loa([234])/.exec(acr)
  return `tillitsnivå ${swedish?.[1] ?? acr}`
}

const issuerOf = ({ issuer }: Authentication): string =>
  issuer && URL.canParse(issuer) ? new URL(issuer).host : (issuer ?? 'organisationens konto')

/** Swedish words that stand in the signatures themselves. */
export const sv = {
  signedBy: (name: string) => `Elektroniskt underskriven av ${name}`,
  asWhatAndWhen: (capacity: string, at: Date) => `${capacity}, ${formatInstant(at.toISOString())}`,
  loggedIn: (authentication: Authentication) =>
    authentication.method === 'demo'
      ? 'Inloggad som demoanvändare, utan legitimering'
      : `Inloggad med ${issuerOf(authentication)}, ${levelOf(authentication)}`,
  seal: (name: string) => `Stämpel: ${name}`,
  plan: 'Vilka som ska skriva under, som vad, i vilken ordning och på vilken nivå',
  timestampField: 'Tidsstämpel över hela filen, syns inte på någon sida',
  test: 'TEST – gäller inte',
  reason: (capacity: string, title: string, diaryNumber: string | null) =>
    `Underskrift som ${lowerFirst(capacity)} av ”${title}”, ${diaryNumber ? `diarienummer ${diaryNumber}` : 'diarienummer saknas'}.`,
  signedInAt: (name: string, title: string, authentication: Authentication) =>
    `${name}, ${title}. ${sv.loggedIn(authentication)}, ${formatInstant(authentication.at)}.`,
}
