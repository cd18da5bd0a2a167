export const sv = {
  low: (alt: string, dpi: number, place: string) =>
    `Bilden ${alt ? `”${alt}” ` : ''}i ${place} blir grynig på papper: ${dpi} punkter per tum, minst 150 behövs. Byt till en större bild om du har en.`,
}
