/** What a number is about. `percent` is a share: differences between two of them are procentenheter. */
export type Unit = 'percent' | 'count' | 'persons' | 'kr' | 'tkr'

export interface Indicator {
  id: string
  /** Source it is imported from, e.g. "senior-alert". */
  source: string
  /** Row group, e.g. "Trycksår"; empty where the indicator stands alone. */
  area: string
  name: string
  unit: Unit
  decimals: number
  /** Direction that is better; `none` where no direction is. */
  better: 'up' | 'down' | 'none'
}

export interface FigureRef {
  indicatorId: string
  kind: 'result' | 'target'
  /** Calendar year "2023", month "2023-11" or quarter "2023-K2". */
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
  fileName: string
  fileSha256: string
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
  passport: Passport
}

/** The live data that a set of blocks needs: indicators by id, figures by {@link figureKey}. */
export interface FigureSet {
  indicators: Record<string, Indicator>
  figures: Record<string, Figure>
}

export const figureKey = (ref: FigureRef): string => [ref.indicatorId, ref.kind, ref.period, ref.gender].join('|')

export const EMPTY_FIGURES: FigureSet = { indicators: {}, figures: {} }
