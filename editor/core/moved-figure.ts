import type { Indicator } from './figure.ts'

/** A figure that has got another value since somebody reviewed the text that shows it. */
export interface MovedFigure {
  /** See figureKey. */
  key: string
  indicator: Indicator
  /** What the reviewer saw, and what it is now; null for a missing value. */
  before: string | null
  after: string | null
  /** The observation that it has now; null where there is none any more. */
  observationId: number | null
}
