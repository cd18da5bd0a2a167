export const sv = {
  deferred: (number: string, heading: string, words: string) =>
    `${number} ${heading} säger ”${words}” men inget datum. Skriv av datumet därifrån, så att läsaren slipper leta.`,
}
