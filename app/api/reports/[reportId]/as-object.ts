/** The fields of a body; none of one that is no object, which the action then refuses. */
export const asObject = (body: unknown): object =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}
