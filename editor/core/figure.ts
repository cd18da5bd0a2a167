/**
 * What a number is about. `percent` is a share: differences between two of them are procentenheter. `yesno` is 1 or 0.
 * `other` has its own word, {@link Indicator.unitText}.
 */
export type Unit = 'percent' | 'count' | 'persons' | 'kr' | 'tkr' | 'mnkr' | 'index' | 'yesno' | 'other'

/** Direction that is better. `comparison`: better than what it is compared with. */
export type Better = 'up' | 'down' | 'same' | 'yes' | 'comparison' | 'none'

/** An indicator as texts show it. What is not there has its default, as in reports locked before it could be said. */
export interface Indicator {
  id: string
  /** Source it is imported from, e.g. "senior-alert". */
  source: string
  /** Row group, e.g. "Trycksår"; empty where the indicator stands alone. */
  area: string
  name: string
  unit: Unit
  /** The unit's own word where it is `other`: "gram/portion". */
  unitText?: string
  decimals: number
  better: Better
  /** Its id in the source's own catalogue, e.g. "U21454" in Kolada. */
  code?: string
  /** What is counted, of whom, and how. */
  definition?: string
  /** There are figures for women and men besides those for everybody. */
  byGender?: boolean
  /** Counts, and n of shares, below this are not shown in public. */
  smallNumber?: number
  /** The parts need not add up to the total. */
  doesNotSum?: boolean
  /** Periods from which on the series is measured another way. */
  breaks?: { period: string; note: string }[]
  /** ISO date since when the source no longer has it ("utgått mått"). */
  retired?: string
}

/**
 * `result`: measured, or the outcome of a budget. `target`: the organisation's own. `national`: the target set
 * nationally. `comparison`: what others have, the country for example.
 */
export type FigureKind = 'result' | 'target' | 'national' | 'comparison' | 'budget' | 'forecast'

/** A target in words rather than a number; `reference` says where it stands in the figure's note. */
export type Goal = 'increase' | 'decrease' | 'keep' | 'yes' | 'no' | 'national' | 'reference'

export interface FigureRef {
  indicatorId: string
  kind: FigureKind
  /** See {@link ./period.ts}. */
  period: string
  /** T is everybody, K women, M men. T is no average of K and M. */
  gender: 'T' | 'K' | 'M'
}

/** Where a figure came from. Every figure in a report has one. */
export interface Passport {
  observationId: number
  importId: string
  /** The import's source, e.g. "senior-alert". */
  source: string
  /** What the organisation calls a source of its own. */
  sourceName?: string
  /** How it came; a file where it does not say. */
  method?: 'paste' | 'manual' | 'kolada' | 'api' | 'undo'
  /** Null for what came without a file. */
  fileName: string | null
  /** Of the bytes that came. */
  fileSha256: string
  /** What was asked for, where the figure came by a question. */
  query?: string
  /** ISO 8601 instant. */
  importedAt: string
  /** Name of the person who imported it. */
  importedBy: string
}

export interface Figure extends FigureRef {
  /** Decimal with point, as imported ("96", "47.1"); null is a missing value, never 0. */
  value: string | null
  numerator: string | null
  denominator: string | null
  /** Final where it does not say, or missing where there is no value. `suppressed`: the source hides a small number. */
  status?: 'preliminary' | 'suppressed'
  /** Left out of the public version, so that nobody can be recognised; it is then `suppressed`, without a value. */
  withheld?: true
  goal?: Goal
  /** Footnote of the value. */
  note?: string
  passport: Passport
}

/** The live data that a set of blocks needs: indicators by id, figures by {@link figureKey}. */
export interface FigureSet {
  indicators: Record<string, Indicator>
  figures: Record<string, Figure>
}

export const figureKey = (ref: FigureRef): string => [ref.indicatorId, ref.kind, ref.period, ref.gender].join('|')

/** The ref of a {@link figureKey}. */
export function refOfKey(key: string): FigureRef {
  const parts = key.split('|')
  const [kind, period, gender] = parts.slice(-3)
  return { indicatorId: parts.slice(0, -3).join('|'), kind, period, gender } as FigureRef
}

export const EMPTY_FIGURES: FigureSet = { indicators: {}, figures: {} }
