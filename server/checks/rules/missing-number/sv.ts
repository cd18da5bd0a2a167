export const sv = {
  missing: (number: string, heading: string, sentence: string) =>
    `I ${number} ${heading} står en siffra som det inte finns någon uppgift för: ”${sentence}”. Välj en annan siffra eller skriv om meningen.`,
}
