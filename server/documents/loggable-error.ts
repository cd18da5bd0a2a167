/**
 * An error as it may stand in the log. Errors of the database carry the statement's parameters, and those carry text
 * of reports.
 */
export function loggableError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  // Drizzle wraps the error that says why in one that says what was asked.
  if (error.cause instanceof Error) return loggableError(error.cause)
  const { name, message, stack } = error
  const frames = stack?.split('\n').filter(line => line.startsWith('    at '))
  return { name, code: 'code' in error ? error.code : undefined, message, stack: frames?.join('\n') }
}
