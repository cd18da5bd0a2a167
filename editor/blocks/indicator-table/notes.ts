import { breakBetween } from '../../core/arithmetic/series-break.ts'
import { isFewBehind, isSmallNumber, SMALL_NUMBER } from '../../core/arithmetic/small-number.ts'
import type { DataTable } from '../../core/data-block/data-table.ts'
import type { FigureReader } from '../../core/data-block/figure-reader.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { Indicator } from '../../core/figure.ts'
import { GENDER_NAMES } from '../../core/figure-words.ts'
import { comparePeriods, periodName } from '../../core/period.ts'
import type { TableColumn } from './columns.ts'
import type { RowFigures } from './row-figures.ts'
import type { SummedRow } from './sum-row.ts'
import { sv } from './sv.ts'

export const nameOf = ({ area, name }: Pick<Indicator, 'area' | 'name'>): string => (area ? `${area}: ${name}` : name)

export interface NoteContext {
  columns: TableColumn[]
  /** Periods of results that stand in the table or are compared in it. */
  periods: string[]
  rows: RowFigures[]
  sums: SummedRow[]
  groups: DataTable['groups']
}

function breakNotes({ rows, periods }: NoteContext): string[] {
  const inOrder = periods.toSorted(comparePeriods)
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last || first === last) return []
  const indicators = new Map(rows.map(({ indicator }) => [indicator.id, indicator]))
  return [...indicators.values()].flatMap(indicator => {
    const found = breakBetween(indicator, first, last)
    return found ? words.breakNote(nameOf(indicator), periodName(found.period), found.note) : []
  })
}

/** Footnotes of the values; those of results have a column of their own where that is chosen. */
function figureNotes({ rows, columns }: NoteContext): string[] {
  const hasColumn = columns.some(column => column.shows === 'note')
  const notes = rows.flatMap(row =>
    columns.flatMap(column => {
      if (column.shows !== 'figure' || (hasColumn && column.kind === 'result')) return []
      const { figure } = row.at(column.kind, column.period)
      return figure?.note ? words.figureNote(nameOf(row.indicator), column.text, figure.note) : []
    }),
  )
  return [...new Set(notes)]
}

/** A share of few says how many, where no column does. */
function fewNotes({ rows, columns }: NoteContext): string[] {
  if (columns.some(column => column.shows === 'n')) return []
  return rows.flatMap(row =>
    columns.flatMap(column => {
      if (column.shows !== 'figure' || column.kind !== 'result') return []
      const { figure } = row.at('result', column.period)
      if (!figure || figure.status === 'suppressed' || !isFewBehind(row.indicator, figure)) return []
      const name = row.gender === 'T' ? '' : `, ${GENDER_NAMES[row.gender].toLowerCase()}`
      return words.fewBehind(`${nameOf(row.indicator)}${name}`, column.text, figure.denominator ?? '')
    }),
  )
}

const hasText = (groups: DataTable['groups'], mark: string): boolean =>
  groups.some(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => text.endsWith(mark))))

export function tableNotes(context: NoteContext, reader: FigureReader): string[] {
  const { sums, groups } = context
  return [
    ...breakNotes(context),
    ...figureNotes(context),
    ...fewNotes(context),
    ...(reader.hasWithheld ? [words.withheldNote] : []),
    ...(reader.hasPreliminary ? [words.preliminaryNote] : []),
    ...(hasText(groups, sv.smallBaseMark) ? [sv.smallBaseNote] : []),
    ...(sums.some(({ isPartial }) => isPartial) ? [words.sumNote] : []),
    ...(sums.some(({ isRounded }) => isRounded) ? [words.roundingNote] : []),
  ]
}

/** Small numbers that the table shows, for who writes to judge. */
export function smallNumberWarnings({ rows, periods }: Pick<NoteContext, 'rows' | 'periods'>): string[] {
  const small = rows.filter(row =>
    periods.some(period => {
      const { figure } = row.at('result', period)
      return figure && figure.status !== 'suppressed' && isSmallNumber(row.indicator, figure)
    }),
  )
  const byLimit = new Map<number, Set<string>>()
  for (const { indicator } of small) {
    const limit = indicator.smallNumber ?? SMALL_NUMBER
    byLimit.set(limit, (byLimit.get(limit) ?? new Set()).add(nameOf(indicator)))
  }
  return [...byLimit].map(([limit, names]) => words.smallNumbers(limit, [...names].join(', ')))
}
