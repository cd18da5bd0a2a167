export const sv = {
  missing: (signs: string[], where: string) =>
    `${signs.join(', ')} i ${where} går inte att skriva ut i en PDF. Byt ${signs.length === 1 ? 'tecknet' : 'tecknen'} mot ord eller vanliga tecken.`,
}
