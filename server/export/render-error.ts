import { SamskriftError } from '../errors.ts'

/** A file could not be made. `code` is the renderer's, or says how its process ended. */
export class RenderError extends SamskriftError {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
