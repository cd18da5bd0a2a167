/** Attributes of what tells how it went, in an {@link Outcome}. */
export const OUTCOME = { 'data-outcome': '', tabIndex: -1 } as const
