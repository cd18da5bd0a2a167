/** Words of the HTML file; those that the PDF has too read alike there (`editor/pdf/sv.ts`). */
export const sv = {
  skip: 'Hoppa till innehållet',
  contents: 'Innehåll',
  draft: 'UTKAST',
  draftExplained: 'Arbetsexemplar som inte är fastställt. Text och uppgifter kan ändras.',
  lawReferences: (references: string[]) => `Lagrum: ${references.join('; ')}`,
  notApplicable: 'Ej tillämpligt:',
  table: (heading: string, number: number) => `Tabell ${number} i ${heading}, går att rulla i sidled`,
  figures: {
    number: 'Bilaga:',
    heading: 'Siffrorna och deras källor',
    about:
      'Här står varje siffra som rapporten hämtar från en källa, med det värde som rapporten visar och varifrån det kom.',
    figure: 'Siffra',
    value: 'Värde',
    basis: 'Underlag',
    query: (query: string) => `Fråga: ${query}`,
    n: (denominator: string) => `n = ${denominator}`,
    fraction: (numerator: string, denominator: string) => `${numerator} av ${denominator}`,
  },
  notes: 'Noter',
  note: (number: number) => `Not ${number}`,
  backToText: (number: number) => `Tillbaka till texten vid not ${number}`,
}
