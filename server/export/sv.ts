/** Words of the HTML file; those that the PDF has too read alike there (`editor/pdf/sv.ts`). */
export const sv = {
  skip: 'Hoppa till innehållet',
  contents: 'Innehåll',
  draft: 'UTKAST',
  draftExplained: 'Arbetsexemplar som inte är fastställt. Text och uppgifter kan ändras.',
  lawReferences: (references: string[]) => `Lagrum: ${references.join('; ')}`,
  notApplicable: 'Ej tillämpligt:',
  table: (heading: string, number: number) => `Tabell ${number} i ${heading}, går att rulla i sidled`,
  notes: 'Noter',
  note: (number: number) => `Not ${number}`,
  backToText: (number: number) => `Tillbaka till texten vid not ${number}`,
}
