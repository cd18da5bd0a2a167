export const sv = {
  missing: (number: string, heading: string) =>
    `En bild i ${number} ${heading} saknar alternativtext. Beskriv bilden för den som inte ser den.`,
}
