import postgres from 'postgres'

/**
 * Whether PostgreSQL refused what the statement carried, so that the same rows fail again: SQLSTATE class 22 (data),
 * 23 (constraint), 42 (schema) or 54 (too large). Everything else, a lost connection above all, passes by itself.
 */
export const concernsRows = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && ['22', '23', '42', '54'].includes(error.code.slice(0, 2))
