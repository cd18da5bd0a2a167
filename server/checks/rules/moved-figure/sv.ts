export const sv = {
  one: (number: string, heading: string, change: string) =>
    `${number} ${heading} är granskat, men en siffra har ändrats sedan dess: ${change}. Kontrollera texten och godkänn siffran.`,
  more: (number: string, heading: string, changes: string[], more: number) =>
    `${number} ${heading} är granskat, men siffror har ändrats sedan dess: ${changes.join('; ')}${more ? ` och ${more} till` : ''}. Kontrollera texten och godkänn siffrorna.`,
}
