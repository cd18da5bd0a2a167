export const sv = {
  empty: (number: string, heading: string) =>
    `${number} ${heading} är tomt. Skriv avsnittet, eller ange varför det inte är tillämpligt.`,
}
