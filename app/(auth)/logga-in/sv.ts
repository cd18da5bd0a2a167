export const sv = {
  title: 'Logga in',
  withAccount: (name: string) => `Logga in med ${name}`,
  signingIn: 'Loggar in…',
  demoTitle: 'Prova med en påhittad användare',
  demoText: 'Välj en roll. Kommunen är påhittad och inget lösenord behövs.',
  /** What a demo user is there to do, by login, in the order of the list. */
  demoTasks: {
    mas: 'Skriver patientsäkerhetsberättelsen, läser in siffror och låser rapporten',
    mar: 'Skriver om rehabilitering och hjälpmedel i samma rapport',
    handlaggare: 'Skapar rapporter och håller ihop arbetet',
    verksamhetschef: 'Granskar avsnitt och låser rapporten',
    ekonom: 'Skriver om ekonomin och läser in siffror',
    forvaltningschef: 'Följer läget i alla rapporter och låser dem',
    namndsekreterare: 'Skapar rapporter och hämtar den färdiga handlingen',
    revisor: 'Läser alla nämnders rapporter',
    administrator: 'Sköter data och ser alla rapporter',
  } as Record<string, string>,
  nothingConfigured: 'Ingen inloggning är inställd',
  nothingConfiguredText: 'Administratören behöver koppla Samskrift till organisationens inloggning.',
  needsScript: 'Samskrift behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.',
  errorTitle: 'Du är inte inloggad',
  errors: {
    AccessDenied: 'Du har inget konto i Samskrift. Be administratören att lägga till dig och logga sedan in igen.',
    CredentialsSignin: 'Det gick inte att logga in som den användaren. Ladda om sidan eller välj en annan.',
    SessionRequired: 'Logga in för att se sidan.',
    other: 'Inloggningen gick inte att slutföra. Försök igen. Om det händer igen, kontakta administratören.',
  } as Record<string, string> & { other: string },
}
