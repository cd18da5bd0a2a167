/**
 * The part of an indicator id that a name gives: "Utförd åtgärd vid risk" → "utford-atgard-vid-risk".
 * Empty when the name has neither letter nor digit.
 */
export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
