export const sv = {
  missing: (number: string, heading: string) =>
    `En tabell i ${number} ${heading} saknar rubriker. Ställ dig i tabellen och välj Växla rubrikrad eller Växla rubrikkolumn, så att även den som får tabellen uppläst vet vad värdena gäller.`,
}
