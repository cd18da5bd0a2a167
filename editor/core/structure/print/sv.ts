import type { CellTone } from './nodes.ts'

const GRADES: Record<CellTone, string> = { low: 'låg', raised: 'förhöjd', high: 'hög' }

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
  product: (value: number, tone: CellTone) => `${value}, ${GRADES[tone]}`,
  inCell: (numbers: readonly number[]) => (numbers.length ? `Nr ${numbers.join(', ')}` : '–'),
  corner: (rows: string, columns: string) => `${rows} \\ ${columns}`,
}
