import { SamskriftError } from '../errors.ts'

/** A file could not be made. `code` is the renderer's, or says how its process ended. */
export class RenderError extends SamskriftError {
  constructor(
    readonly code: string,
    /** For the log: no text of the report. */
    message: string,
    /** For the person who exports, where they can do something about it: what, and where in the report. */
    readonly detail: string | null = null,
  ) {
    super(message)
  }
}
