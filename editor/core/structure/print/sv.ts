export const sv = {
  missing: 'Uppgift saknas',
  sum: 'Summa',
  none: 'Inga åtgärder',
  matrix: (rows: string, columns: string) => `${rows} och ${columns.toLowerCase()}, antal i varje ruta`,
  corner: (rows: string, columns: string) => `${rows} \\ ${columns}`,
}
