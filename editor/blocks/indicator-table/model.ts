import Big from 'big.js'
import type { DocumentNode } from '../../core/document-node.ts'
import { type Figure, type FigureRef, type FigureSet, figureKey, type Indicator } from '../../core/figure.ts'
import { sourceLine, unitName } from '../../core/figure-words.ts'
import { formatChange, formatNumber } from '../../core/format-number.ts'
import { sv } from './sv.ts'

export interface IndicatorTableQuery {
  indicatorIds: string[]
  year: number
  caption: string
}

/** One cell as every output shows it. `label` is what a screen reader says where the sign alone says too little. */
export interface Cell {
  text: string
  label?: string
}

export interface IndicatorTableModel {
  caption: string
  /** Head of the row-heading column, then one per value column. */
  columns: string[]
  /** Rows under one area heading; the area is empty for indicators that stand alone. */
  groups: { area: string; rows: { id: string; heading: string; cells: Cell[] }[] }[]
  /** Where the figures came from, one line per import. */
  sources: string[]
  empty: string | null
}

export function readQuery(node: DocumentNode): IndicatorTableQuery {
  const { indicatorIds, year, caption } = node.attrs ?? {}
  return {
    indicatorIds: Array.isArray(indicatorIds) ? indicatorIds.map(String) : [],
    year: Number(year) || 0,
    caption: typeof caption === 'string' ? caption : '',
  }
}

const refs = (indicatorId: string, year: number) =>
  ({
    result: { indicatorId, kind: 'result', period: String(year), gender: 'T' },
    target: { indicatorId, kind: 'target', period: String(year), gender: 'T' },
    before: { indicatorId, kind: 'result', period: String(year - 1), gender: 'T' },
  }) satisfies Record<string, FigureRef>

export const indicatorTableFigures = (query: IndicatorTableQuery): FigureRef[] =>
  query.indicatorIds.flatMap(id => Object.values(refs(id, query.year)))

const MISSING: Cell = { text: sv.missing, label: sv.missingLabel }

function valueCell(indicator: Indicator, figure: Figure | undefined): Cell {
  if (figure?.value == null) return MISSING
  const text = formatNumber(figure.value, indicator.decimals)
  return { text: indicator.unit === 'percent' ? `${text}\u00a0%` : text }
}

/** Percent: the difference in procentenheter. Counts: the absolute difference. */
function changeCell(indicator: Indicator, now: Figure | undefined, before: Figure | undefined): Cell {
  if (now?.value == null || before?.value == null) return MISSING
  return { text: formatChange(new Big(now.value).minus(before.value), indicator.decimals) }
}

function targetMetCell(indicator: Indicator, result: Figure | undefined, target: Figure | undefined): Cell {
  if (result?.value == null || target?.value == null || indicator.better === 'none')
    return { text: sv.symbolUnknown, label: sv.unknown }
  const value = new Big(result.value)
  const met = indicator.better === 'up' ? value.gte(target.value) : value.lte(target.value)
  return { text: met ? `${sv.symbolMet} ${sv.met}` : `${sv.symbolNotMet} ${sv.notMet}` }
}

function sourceLines(figures: Figure[]): string[] {
  const byImport = new Map(figures.map(figure => [figure.passport.importId, figure.passport]))
  return [...byImport.values()].sort((a, b) => a.importedAt.localeCompare(b.importedAt)).map(sourceLine)
}

/** The table that screen, HTML, PDF and DOCX all show. Columns: result, target, result the year before, change, target met. */
export function indicatorTableModel(query: IndicatorTableQuery, data: FigureSet): IndicatorTableModel {
  const known = query.indicatorIds.map(id => data.indicators[id])
  const allPercent = known.length > 0 && known.every(indicator => indicator?.unit === 'percent')
  const groups: IndicatorTableModel['groups'] = []
  const used: Figure[] = []
  for (const [index, id] of query.indicatorIds.entries()) {
    const indicator = known[index]
    const { result, target, before } = refs(id, query.year)
    const figures = [result, target, before].map(ref => data.figures[figureKey(ref)])
    const [now, goal, previous] = figures
    const row = indicator
      ? {
          id,
          heading: indicator.unit === 'percent' ? indicator.name : `${indicator.name} (${unitName(indicator)})`,
          cells: [
            valueCell(indicator, now),
            valueCell(indicator, goal),
            valueCell(indicator, previous),
            changeCell(indicator, now, previous),
            targetMetCell(indicator, now, goal),
          ],
        }
      : { id, heading: sv.gone(id), cells: Array.from({ length: 5 }, () => MISSING) }
    used.push(...figures.filter(figure => figure !== undefined))
    const area = indicator?.area ?? ''
    const last = groups.at(-1)
    if (last && last.area === area) last.rows.push(row)
    else groups.push({ area, rows: [row] })
  }
  return {
    caption: query.caption,
    columns: [
      sv.indicator,
      sv.result(query.year),
      sv.target(query.year),
      sv.result(query.year - 1),
      allPercent ? sv.changePoints : sv.change,
      sv.targetMet,
    ],
    groups,
    sources: used.length ? sourceLines(used) : [sv.noSource],
    empty: query.indicatorIds.length ? null : sv.empty,
  }
}
