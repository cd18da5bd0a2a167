export const sv = {
  typed: (names: string[], place: string) =>
    `Den offentliga versionen visar inte ${names.join(', ')} i ${place}. Läs igenom avsnittet: tal som är skrivna för hand, i text, tabeller och fält, tas inte bort.`,
}
