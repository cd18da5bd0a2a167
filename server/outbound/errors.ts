import { SamskriftError } from '../errors.ts'

export type OutboundFault =
  | 'timed-out'
  | 'unreachable'
  | 'too-large'
  /** The connection ended before the answer did. */
  | 'broken-off'
  /** The address is of this machine or of a network that is not the public one. */
  | 'address-refused'

/** Another server gave no whole answer. */
export class OutboundError extends SamskriftError {
  constructor(
    readonly code: OutboundFault,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}
