export const sv = {
  product: 'Samskrift',
  tagline: 'Skriv nämndens rapporter tillsammans, med siffrorna kopplade till källan.',
  description: 'Samskriv strukturerade rapporter för kommuner och regioner.',
  deadline: (days: number): string => {
    if (days === 0) return 'i dag'
    if (days === 1) return 'i morgon'
    if (days > 60) return `om ${Math.round(days / 30.4)} månader`
    if (days > 0) return `om ${days} dagar`
    return `${-days} ${days === -1 ? 'dag' : 'dagar'} försenad`
  },
  /** By code of the error. */
  errors: {
    'no-session': 'Du är inte inloggad längre. Ladda om sidan och logga in igen.',
    'not-allowed': 'Du har inte rätt att göra det här. Kontakta administratören om du behöver rätten.',
    'not-found': 'Det du letar efter finns inte längre, eller så har du inte rätt att se det. Ladda om sidan.',
    'report-locked': 'Rapporten är låst och går inte att ändra. Ladda om sidan för att se den låsta versionen.',
    'section-locked': 'Avsnittet är låst och går inte att ändra. Ladda om sidan för att se vem som har låst det.',
    'history-gone': 'Texten från den tiden finns inte kvar. Välj en senare tidpunkt.',
    'text-unreadable': 'Avsnittet innehåller något som redigeraren inte kan visa. Kontakta administratören.',
    'value-sealed': 'Texten är citerad och ändras bara som en rättelse, av den som ansvarar för rapporten.',
    'unit-count': 'Mallen bestämmer vilka rader som ska finnas här. De går inte att lägga till, ta bort eller flytta.',
    'shared-row':
      'Raden gäller alla nämnder och finns kvar i styrelsens rapport, så den kan inte tas bort här. Kontakta den som ansvarar för den.',
    'changed-meanwhile':
      'Någon annan har sparat under tiden. Ladda om sidan för att se deras ändringar, och gör sedan dina.',
    'comment-place-gone': 'Texten har ändrats. Markera orden på nytt.',
    'template-faults': 'Mallen går inte att använda än. Rätta det som är listat.',
    'mail-not-set-up': 'Påminnelser går inte att skicka: ingen e-postserver är inställd.',
    'checks-failed': 'Rapporten går inte att låsa än. Åtgärda det som kontrollen stoppar och försök igen.',
    'kolada-unreachable': 'Kolada går inte att nå. Försök igen om en stund. Inget är ändrat.',
    'kolada-timed-out': 'Kolada svarade inte i tid. Försök igen om en stund. Inget är ändrat.',
    'kolada-busy': 'Kolada tar inte emot fler frågor just nu. Försök igen om en timme. Inget är ändrat.',
    'kolada-down': 'Kolada har ett fel just nu. Försök igen om en stund. Inget är ändrat.',
    'kolada-refused': 'Kolada svarar inte på frågan. Kontrollera måtten och adressen till Kolada. Inget är ändrat.',
    'kolada-broken':
      'Svaret från Kolada går inte att läsa. Inget är ändrat. Kontakta administratören om det händer igen.',
    'kolada-too-large': 'Svaret från Kolada är för stort. Välj färre mått eller färre år. Inget är ändrat.',
    'kolada-foreign-page':
      'Kolada hänvisar till en annan adress än sin egen. Inget är ändrat. Kontakta administratören.',
    'kolada-unknown-municipality': 'Kommunen eller jämförelsen finns inte i Kolada. Rätta id:t och spara.',
    'kolada-no-rights':
      'Den som ställde in hämtningen får inte längre importera siffror. Spara inställningarna på nytt, så hämtas de i ditt namn.',
    'kolada-not-set-up': 'Spara inställningarna först, så är det bestämt vad som ska hämtas.',
    'report-not-locked': 'Rapporten är inte låst. Lås den först.',
    'round-exists': 'Rapporten är redan skickad för underskrift. Återkalla underskriften först.',
    'round-over': 'Underskriften är avslutad. Ladda om sidan för att se hur det gick.',
    'not-your-turn': 'Det är inte din tur att skriva under än. Du får besked när det är det.',
    'not-seen': 'Öppna dokumentet och läs det innan du skriver under.',
    'step-up-needed': 'Logga in igen strax innan du skriver under, så att underskriften säkert är din.',
    'file-moved': 'Dokumentet är inte det som visades för dig. Ladda om sidan och läs det igen. Inget är undertecknat.',
    'signing-not-set-up': 'Underskrift är inte inställd på servern. Kontakta administratören.',
    'key-unavailable':
      'Nyckeln för underskrifter går inte att nå just nu. Inget är undertecknat. Försök igen om en stund, och kontakta administratören om det händer igen.',
    'key-refused':
      'Nyckeln för underskrifter godtar inte serverns PIN-kod. Inget är undertecknat. Kontakta administratören.',
    'key-answers-missing': 'Fyll i det som nyckeln kräver, till exempel din PIN-kod. Inget är undertecknat.',
    'key-answers-refused':
      'Det du fyllde i för nyckeln godtogs inte. Inget är undertecknat. Kontrollera det och försök igen. Nyckeln kan låsas efter flera fel.',
    'key-locked': 'Nyckeln är låst hos underskriftstjänsten. Inget är undertecknat. Kontakta administratören.',
    'certificate-expired':
      'Certifikatet för underskrifter har gått ut eller gäller inte än. Inget är undertecknat. Kontakta administratören.',
    'certificate-revoked':
      'Certifikatet för underskrifter är spärrat. Inget är undertecknat. Kontakta administratören.',
    'no-empty-field':
      'Filen har ingen plats för din underskrift. Inget är undertecknat. Återkalla underskriften och skicka rapporten på nytt.',
    'timestamp-failed':
      'Tidsstämplingstjänsten svarade inte som den ska. Inget är undertecknat. Försök igen om en stund.',
    'timestamp-untrusted':
      'Tidsstämplingstjänstens certifikat är inte betrott på den här servern. Inget är undertecknat. Kontakta administratören.',
    'revocation-data-missing':
      'Det går inte att få besked om att certifikatet är giltigt. Inget är undertecknat. Försök igen om en stund.',
    'signature-invalid':
      'Underskriften höll inte när den kontrollerades, och sparades därför inte. Försök igen, och kontakta administratören om det händer igen.',
    'missing-glyph':
      'Rapporten innehåller ett tecken som inte går att skriva i PDF. Öppna rapporten som ny version och byt ut tecknet.',
    'render-timeout': 'Det tog för lång tid att ta fram dokumentet. Försök igen om en stund.',
    'render-crashed': 'Dokumentet gick inte att ta fram. Försök igen om en stund.',
    'render-stopped': 'Servern startar om. Försök igen om en stund.',
    'invalid-input': 'Något är inte rätt ifyllt. Rätta det som är markerat och försök igen.',
  },
  unforeseen: (reference: string): string =>
    `Något gick fel. Försök igen. Om det händer igen, kontakta administratören och uppge koden ${reference}.`,
  notFound: {
    title: 'Sidan finns inte',
    text: 'Länken kan vara gammal eller felskriven. Det kan också bero på att du inte har rätt att se sidan.',
    home: 'Till dina rapporter',
  },
  error: {
    title: 'Något gick fel',
    text: 'Det du redan har sparat finns kvar. Försök igen. Om det händer igen, kontakta administratören.',
    reference: 'Uppge den här koden:',
    retry: 'Försök igen',
    home: 'Till dina rapporter',
  },
}
