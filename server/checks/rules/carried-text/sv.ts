export const sv = {
  unconfirmed: (number: string, heading: string, source: string | null) =>
    `${number} ${heading} kommer från ${source ? `”${source}”` : 'en tidigare rapport'} och ingen har gått igenom det. Skriv om det som inte stämmer, eller välj ”Den stämmer”.`,
}
