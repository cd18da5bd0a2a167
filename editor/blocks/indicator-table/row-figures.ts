import { isSmallNumber, SMALL_NUMBER } from '../../core/arithmetic/small-number.ts'
import type { DataCell } from '../../core/data-block/data-table.ts'
import { hiddenCell } from '../../core/data-block/figure-cell.ts'
import type { FigureReader } from '../../core/data-block/figure-reader.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import { type Figure, type FigureKind, type FigureRef, figureKey, type Indicator } from '../../core/figure.ts'

/** What is known of a figure for one row: it, nothing, or that it is not to be shown. */
export interface RowFigure {
  figure?: Figure
  hidden?: DataCell
}

/** The figures of one row: of everybody, women or men. */
export class RowFigures {
  constructor(
    readonly indicator: Indicator,
    readonly gender: FigureRef['gender'],
    private readonly reader: FigureReader,
  ) {}

  /** Targets and comparisons of women and men are those of everybody where they have none of their own. */
  at(kind: FigureKind, period: string): RowFigure {
    if (kind !== 'result') return { figure: this.read(kind, period, this.gender) ?? this.read(kind, period, 'T') }
    const figure = this.read(kind, period, this.gender)
    if (!figure?.withheld && this.gender !== 'T' && this.isProtected(period))
      return { hidden: hiddenCell(this.indicator, words.protectedLabel) }
    return { figure }
  }

  /** Whether there are figures of their own for them, in any of the periods. */
  isThere(periods: readonly string[]): boolean {
    const { indicator, gender } = this
    const ref = { indicatorId: indicator.id, kind: 'result', gender } as const
    const { figures } = this.reader.data
    return indicator.byGender === true || periods.some(period => figureKey({ ...ref, period }) in figures)
  }

  /** Both, where one of them is few or hidden by its source: it could be counted from the other and the total. */
  private isProtected(period: string): boolean {
    return (['K', 'M'] as const).some(gender => {
      const figure = this.read('result', period, gender)
      return figure?.status === 'suppressed' || (figure && isSmallNumber(this.indicator, figure, SMALL_NUMBER))
    })
  }

  private read(kind: FigureKind, period: string, gender: FigureRef['gender']): Figure | undefined {
    return this.reader.read({ indicatorId: this.indicator.id, kind, period, gender })
  }
}
