export const sv = {
  notYet: (number: string, heading: string, words: string) =>
    `${number} ${heading} nämner ”${words}”. Det som inte är genomfört hör till de planerade åtgärderna.`,
}
