/** A name as it stands inside a sentence: "Nämndens ordförande" without its capital, "MAS" as it is. */
export const lowerFirst = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('sv') + name.slice(1)
