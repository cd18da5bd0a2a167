export const sv = {
  tooWide: (columns: number, place: string) =>
    `En tabell med ${columns} kolumner i ${place} är för bred även för en liggande sida. Ord i den bryts mitt i. Dela tabellen eller ta bort kolumner.`,
}
