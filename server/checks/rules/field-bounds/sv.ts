export const sv = {
  ofReport: (conflict: string) => `Uppgifter om rapporten: ${conflict} Rätta den uppgift som är fel.`,
  inSection: (number: string, heading: string, conflict: string) =>
    `${number} ${heading}: ${conflict} Rätta den uppgift som är fel.`,
  inRow: (number: string, heading: string, row: number, conflict: string) =>
    `${number} ${heading}, rad ${row}: ${conflict} Rätta den uppgift som är fel.`,
}
