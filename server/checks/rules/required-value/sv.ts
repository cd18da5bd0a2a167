const list = new Intl.ListFormat('sv', { type: 'conjunction' })
/** Beyond so many, only their number is said. */
const MOST = 4

export const sv = {
  own: (labels: string[]) => list.format(labels),
  inRow: (heading: string, row: number, labels: string[]) => `${heading}, rad ${row}: ${list.format(labels)}`,
  ofReport: (labels: string[]) =>
    `Uppgifter om rapporten saknas: ${list.format(labels)}. Fyll i dem under rapportens titel.`,
  ofSection: (number: string, heading: string, gaps: string[]) => {
    const shown = gaps.slice(0, MOST).join('; ')
    const more = gaps.length > MOST ? ` och på ${gaps.length - MOST} ställen till` : ''
    return `${number} ${heading} saknar uppgifter: ${shown}${more}. Fyll i dem, eller ange varför avsnittet inte är tillämpligt.`
  },
}
