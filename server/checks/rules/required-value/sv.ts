const list = new Intl.ListFormat('sv', { type: 'conjunction' })
/** Beyond so many, only their number is said. */
const MOST = 4

function some(gaps: string[]): string {
  const more = gaps.length > MOST ? ` och på ${gaps.length - MOST} ställen till` : ''
  return gaps.slice(0, MOST).join('; ') + more
}

export const sv = {
  own: (labels: string[]) => list.format(labels),
  inRow: (heading: string, row: number, labels: string[]) => `${heading}, rad ${row}: ${list.format(labels)}`,
  stop: {
    ofReport: (labels: string[]) =>
      `Uppgifter om rapporten saknas: ${list.format(labels)}. Fyll i dem under rapportens titel.`,
    ofSection: (number: string, heading: string, gaps: string[]) =>
      `${number} ${heading} saknar uppgifter: ${some(gaps)}. Fyll i dem, eller ange varför avsnittet inte är tillämpligt.`,
  },
  warning: {
    ofReport: (labels: string[]) => `Fyll gärna i under rapportens titel: ${list.format(labels)}.`,
    ofSection: (number: string, heading: string, gaps: string[]) =>
      `${number} ${heading} bör kompletteras: ${some(gaps)}.`,
  },
}
