export const sv = {
  typed: (names: string[], place: string) =>
    `Den offentliga versionen visar inte ${names.join(', ')} i ${place}. Läs igenom avsnittet: tal som är skrivna för hand, i text, tabeller och fält, tas inte bort.`,
  ofOthers:
    'Siffror som kom med andra nämnders svar står kvar i den offentliga versionen, också de som är små. Läs igenom svaren.',
}
