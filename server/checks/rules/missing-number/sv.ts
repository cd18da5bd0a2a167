export const sv = {
  missing: (number: string, heading: string, sentence: string) =>
    `I ${number} ${heading} står en siffra som det inte finns någon uppgift för: ”${sentence}”. Välj en annan siffra eller skriv om meningen.`,
  broken: (number: string, heading: string, sentence: string) =>
    `I ${number} ${heading} jämförs siffror över ett brott i tidsserien: ”${sentence}”. Visa värdet i stället för förändringen, eller skriv om meningen.`,
}
