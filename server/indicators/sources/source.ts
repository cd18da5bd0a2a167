import type { Indicator } from '#editor/core/figure.ts'

/** Column names are written without case, accents and spaces: "Målvärde 2023" in a file is `malvarde_2023`. */
export type ColumnName = string

/** A column name with `YYYY` where the year stands: "resultat_YYYY". */
export type YearColumn = `${string}YYYY`

/** What one row of a file says about one indicator. */
export interface SourceMeasure extends Pick<Indicator, 'unit' | 'decimals' | 'better'> {
  /** Row group: taken from a column, or the same for every row (with its part of the id); null for none. */
  area: { column: ColumnName } | { text: string; slug: string } | null
  name: { column: ColumnName }
  result: YearColumn
  /** Without a year it is the target for every year that has a result column. */
  target: YearColumn | ColumnName | null
  /** How many the share is of. */
  denominator: YearColumn | null
  /** States the unit on every row; null where the file has no such column. */
  unitColumn: ColumnName | null
}

/** How a CSV file of one source becomes indicators and observations. Pure data. */
export interface Source {
  /** The columns that name a row. */
  keys: ColumnName[]
  measures: SourceMeasure[]
}
