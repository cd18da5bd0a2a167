import { SamskriftError } from '../../errors.ts'

/** Only what is locked goes to the archive. */
export class NotLockedError extends SamskriftError {
  readonly code = 'not-locked'
}
