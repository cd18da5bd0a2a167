export const sv = {
  stale: (number: string, heading: string, word: string, context: string) =>
    `${number} ${heading} nämner ”${word}” i text från en tidigare rapport: ”${context}”. Stämmer det i årets rapport?`,
}
