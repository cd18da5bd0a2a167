export const sv = {
  title: 'Samskrift: siffror',
  description:
    'Sänder och hämtar organisationens siffror. Inget skrivs över: ett nytt värde läggs till, och det förra finns kvar. ' +
    'Öppna rapporter visar ett nytt värde inom en sekund.',
  token:
    'En nyckel som administratören gör på sidan Anslutningar, med rätten observations:read eller observations:write.',
  listObservations: 'Det senaste värdet av varje siffra',
  sendObservations: (most: number) => `Sänd upp till ${most} värden, alla eller inga`,
  sendDescription:
    'Ett värde som redan finns skrivs inte igen. En okänd indikator tas bara emot om den beskrivs i samma anrop. ' +
    'Tal skickas med decimalpunkt, som text eller som tal med högst 15 siffror.',
  idempotencyKey:
    'Samma nyckel och samma innehåll ger samma svar i 30 dagar och gör inget mer. Ett annat innehåll med samma nyckel nekas.',
  listIndicators: 'Organisationens indikatorer',
  page: 'En sida. next leder till nästa.',
  sent: 'Allt är sparat.',
} as const
