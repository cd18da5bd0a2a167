export const sv = {
  missing: 'Uppgift saknas',
  sum: 'Summa',
  decides: (board: string) => `${board} beslutar`,
  none: 'Inga åtgärder',
  matrix: (rows: string, columns: string) => `${rows} och ${columns.toLowerCase()}, antal i varje ruta`,
  corner: (rows: string, columns: string) => `${rows} \\ ${columns}`,
}
