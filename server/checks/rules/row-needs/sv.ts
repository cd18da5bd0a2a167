export const sv = {
  unmet: (number: string, heading: string, need: string) => `${number} ${heading}: ${need}`,
}
