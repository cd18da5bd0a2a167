/** A frame that no correct client sends. Its connection is closed, nothing of it is stored or sent on. */
export class MalformedError extends Error {
  readonly code = 'malformed'
  override readonly name = 'MalformedError'
}

/** Runs a decoder of lib0 or yjs, which throw whatever they please on bad input. */
export function decoding<T>(what: string, decode: () => T): T {
  try {
    return decode()
  } catch (cause) {
    if (cause instanceof MalformedError) throw cause
    throw new MalformedError(what, { cause })
  }
}
