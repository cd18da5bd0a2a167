/**
 * postgres.js asks each new connection for the array types by itself, and nobody hears when the connection is lost before
 * the answer (`fetchArrayTypes` of its connection.js, 3.4): Node would end the process. Who wanted the connection hears
 * of the loss from their own statement. Every other promise that nobody listens to ends the process, as Node does.
 */
export function outliveLostConnections(): void {
  process.on('unhandledRejection', error => {
    if (!isTypesQuery(error)) throw error
  })
}

/** @param error also as a process tells another of it */
export const isTypesQuery = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'query' in error &&
  typeof error.query === 'string' &&
  error.query.includes('typarray')
