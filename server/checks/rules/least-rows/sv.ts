export const sv = {
  tooFew: (number: string, heading: string, { many, least, there }: { many: string; least: number; there: number }) =>
    `${number} ${heading} ska ha minst ${least} ${many} men har ${there}. Lägg till dem, eller ange varför avsnittet inte är tillämpligt.`,
}
