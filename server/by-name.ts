const swedish = new Intl.Collator('sv')

/** Order of names as a Swede expects it, å, ä and ö last. PostgreSQL's own depends on how its cluster was made. */
export const byName = (a: { name: string }, b: { name: string }): number => swedish.compare(a.name, b.name)
