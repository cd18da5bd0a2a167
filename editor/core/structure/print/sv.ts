export const sv = {
  missing: 'Uppgift saknas',
  sum: 'Summa',
  sumOf: (group: string) => `Summa ${group}`,
  decides: (board: string) => `${board} beslutar`,
  none: 'Inga åtgärder',
  missingNamed: (label: string) => `${label} saknas`,
  number: 'Nr',
  matrix: (rows: string, columns: string) =>
    `${rows} och ${columns.toLowerCase()}: produkten, och numren på det som ligger i rutan`,
  product: (value: number) => `${value}, ${value >= 12 ? 'hög' : value >= 9 ? 'förhöjd' : 'låg'}`,
  inCell: (numbers: readonly number[]) => (numbers.length ? `Nr ${numbers.join(', ')}` : '–'),
  corner: (rows: string, columns: string) => `${rows} \\ ${columns}`,
}
