import type Big from 'big.js'
import { difference } from '../../core/arithmetic/change.ts'
import { isMoney } from '../../core/arithmetic/display-unit.ts'
import { breakBetween } from '../../core/arithmetic/series-break.ts'
import type { DataCell, DataTable } from '../../core/data-block/data-table.ts'
import { changeText, figureCell, MISSING } from '../../core/data-block/figure-cell.ts'
import { FigureReader } from '../../core/data-block/figure-reader.ts'
import { earlierPeriod, periodOf } from '../../core/data-block/query.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { Figure, FigureSet, Indicator } from '../../core/figure.ts'
import { unitName } from '../../core/figure-words.ts'
import { periodName } from '../../core/period.ts'
import { nameOf } from '../indicator-table/notes.ts'
import type { KeyFiguresQuery } from './query.ts'
import { sv } from './sv.ts'

export interface KeyFigure {
  id: string
  label: string
  value: DataCell
  /** What the value counts, beside it; empty where the value says it. */
  unit: string
  /** "Minskat med 13 procentenheter sedan 2022" */
  change: string
  /** "Mål: 70 %"; null where there is none. */
  target: string | null
}

export interface KeyFigures extends Pick<DataTable, 'caption' | 'notes' | 'sources' | 'warnings' | 'empty'> {
  figures: KeyFigure[]
}

function unitOf({ unit, unitText }: Indicator, { display }: KeyFiguresQuery): string {
  if (unit === 'percent' || unit === 'yesno' || unit === 'count' || unit === 'index') return ''
  return display && isMoney(unit) ? display : unitName({ unit, unitText })
}

/** "13 procentenheter", "650", "2,5 mnkr": a difference without its sign, rounded as values are. */
function amountOf(indicator: Indicator, change: Big, query: KeyFiguresQuery): string {
  const text = changeText(indicator, change.abs(), query.display).replace('+', '')
  if (indicator.unit === 'percent') return text === '1' ? sv.point(text) : sv.points(text)
  return [text, unitOf(indicator, query)].filter(Boolean).join('\u00a0')
}

/** The word follows what is shown: a difference that rounds to nothing is none. */
function changeWords(indicator: Indicator, change: Big | null, query: KeyFiguresQuery): string {
  const since = periodName(earlierPeriod(query, 1))
  if (!change) return sv.noBefore(since)
  const amount = amountOf(indicator, change, query)
  if (!/[1-9]/.test(amount)) return sv.unchanged(since)
  return change.gt(0) ? sv.increased(amount, since) : sv.decreased(amount, since)
}

function changeOf(indicator: Indicator, [now, before]: (Figure | undefined)[], query: KeyFiguresQuery): string {
  if (now?.withheld || before?.withheld) return sv.withheld
  const earlier = earlierPeriod(query, 1)
  if (breakBetween(indicator, earlier, periodOf(query))) return sv.broken(periodName(earlier))
  const change = indicator.unit === 'yesno' ? null : difference(now?.value ?? null, before?.value ?? null)
  return changeWords(indicator, change, query)
}

function keyFigure(indicator: Indicator, query: KeyFiguresQuery, reader: FigureReader): KeyFigure {
  const [now, before] = [periodOf(query), earlierPeriod(query, 1)]
  const ref = { indicatorId: indicator.id, gender: 'T' } as const
  const result = reader.read({ ...ref, kind: 'result', period: now })
  const earlier = reader.read({ ...ref, kind: 'result', period: before })
  const target = query.target ? reader.read({ ...ref, kind: 'target', period: now }) : undefined
  const isTarget = target && (target.value !== null || (target.goal !== undefined && target.goal !== 'reference'))
  const name = indicator.retired ? words.retired(nameOf(indicator)) : nameOf(indicator)
  return {
    id: indicator.id,
    label: sv.label(name, periodName(now)),
    value: figureCell(indicator, result, query.display),
    unit: result?.value == null ? '' : unitOf(indicator, query),
    change: changeOf(indicator, [result, earlier], query),
    target: isTarget ? sv.target(figureCell(indicator, target, query.display).text) : null,
  }
}

const gone = (id: string): KeyFigure => ({
  id,
  label: words.gone(id),
  value: MISSING,
  unit: '',
  change: '',
  target: null,
})

/** One to four large numbers, with what they are, how they have changed, and where they came from. */
export function keyFiguresModel(query: KeyFiguresQuery, data: FigureSet): KeyFigures {
  const reader = new FigureReader(data)
  const figures = query.indicatorIds.map(id => {
    const indicator = data.indicators[id]
    return indicator ? keyFigure(indicator, query, reader) : gone(id)
  })
  return {
    caption: query.caption,
    figures,
    notes: [
      ...(reader.hasWithheld ? [words.withheldNote] : []),
      ...(reader.hasPreliminary ? [words.preliminaryNote] : []),
    ],
    sources: reader.sources(),
    warnings: [],
    empty: query.indicatorIds.length ? null : sv.empty,
  }
}

export const valueWords = ({ value, unit }: KeyFigure): string => (unit ? `${value.text}\u00a0${unit}` : value.text)

/** The same as a table, for outputs that have no large numbers. */
export function asTable({ caption, figures, notes, sources, warnings, empty }: KeyFigures): DataTable {
  const hasTargets = figures.some(({ target }) => target)
  return {
    caption,
    columns: [
      { text: sv.head.name },
      { text: sv.head.value },
      { text: sv.head.change, words: true },
      ...(hasTargets ? [{ text: sv.head.target, words: true }] : []),
    ],
    groups: [
      {
        area: '',
        rows: figures.map(figure => ({
          id: figure.id,
          heading: { text: figure.label },
          cells: [
            { ...figure.value, text: valueWords(figure) },
            { text: figure.change },
            ...(hasTargets ? [{ text: figure.target ?? '' }] : []),
          ],
        })),
      },
    ],
    notes,
    sources,
    warnings,
    empty,
  }
}
