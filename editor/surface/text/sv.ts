export const sv = {
  label: (section: string) => `Text i avsnitt ${section}`,
  keys: 'Alt + F10 går till verktygsfältet. Alt + Skift + pil upp eller ner flyttar stycket. Escape lämnar texten.',
  placeholder: (guidance: string) => (guidance ? `Skriv här. Vägledning: ${guidance}` : 'Skriv här.'),
  empty: 'Inget är skrivet än.',
  wideTable: 'Tabell som går att rulla i sidled',
  unknown: {
    title: 'Avsnittet går inte att ändra här',
    text: 'Det innehåller något som den här versionen av Samskrift inte känner till. Ladda om sidan. Texten nedan är oförändrad.',
  },
}
