import { SamskriftError } from '../../errors.ts'

export type KoladaFault =
  | 'kolada-unreachable'
  | 'kolada-timed-out'
  /** 429 until patience ended. */
  | 'kolada-busy'
  /** 5xx until patience ended. */
  | 'kolada-down'
  /** Another 4xx: what was asked is no question to Kolada. */
  | 'kolada-refused'
  /** No JSON, or JSON of another shape than the documentation says. */
  | 'kolada-broken'
  | 'kolada-too-large'
  /** Pages without end, or a page at another host. */
  | 'kolada-foreign-page'
  | 'kolada-unknown-municipality'
  /** Who set the refresh up may not import figures any more. */
  | 'kolada-no-rights'
  | 'kolada-not-set-up'

/** Nothing was stored. */
export class KoladaError extends SamskriftError {
  constructor(
    readonly code: KoladaFault,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

/** It may go well in an hour. */
export const isPassing = (code: string): boolean =>
  ['kolada-unreachable', 'kolada-timed-out', 'kolada-busy', 'kolada-down'].includes(code)
