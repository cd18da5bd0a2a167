/** Whether two values are the same number, however many zeros they are written with; a missing one is like no number. */
export const sameValue = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : Number(one) === Number(other)
