import type { DataCell } from '../../core/data-block/data-table.ts'
import { MISSING } from '../../core/data-block/figure-cell.ts'
import { FigureReader } from '../../core/data-block/figure-reader.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureSet } from '../../core/figure.ts'
import { periodName } from '../../core/period.ts'
import { indicatorTableModel } from '../indicator-table/model.ts'
import { nameOf } from '../indicator-table/notes.ts'
import { itemFigures, itemPeriod, itemQuery, itemsOf, readStatusItem, type StatusItem } from './item.ts'
import { sv } from './sv.ts'

export interface StatusModel {
  goal: string
  /** Symbol and word: never a symbol alone, and never colour. */
  sign: { symbol: string; text: string }
  /** What a status that follows an indicator is judged by. */
  facts: { before: string; result: DataCell; target: DataCell | null } | null
}

function boundModel(item: StatusItem & { indicatorId: string }, data: FigureSet): StatusModel {
  const indicator = data.indicators[item.indicatorId]
  const goal = item.goal || (indicator ? nameOf(indicator) : words.gone(item.indicatorId))
  if (!indicator) return { goal, sign: words.assessments.unknown, facts: null }
  const [row] = indicatorTableModel(itemQuery(item), data).groups.flatMap(({ rows }) => rows)
  const [result = MISSING, target = MISSING, judged = MISSING] = row?.cells ?? []
  const [symbol = '', ...rest] = judged.text.split(' ')
  return {
    goal,
    sign: { symbol, text: rest.join(' ') },
    facts: {
      before: `${nameOf(indicator)} ${periodName(itemPeriod(item))}: `,
      result,
      target: target.text === MISSING.text ? null : target,
    },
  }
}

/** How one goal stands: as somebody says, or as its indicator does. */
export function statusModel(item: StatusItem, data: FigureSet): StatusModel {
  const { indicatorId, status, goal } = item
  if (indicatorId !== null) return boundModel({ ...item, indicatorId }, data)
  return { goal: goal || sv.noGoal, sign: status ? sv.statuses[status] : sv.unset, facts: null }
}

/** Where the figures of a list came from, and that some are not shown; nothing where it has none. */
export function listSources(list: DocumentNode, data: FigureSet): string[] {
  const reader = new FigureReader(data)
  const refs = itemsOf(list).flatMap(item => itemFigures(readStatusItem(item)))
  for (const ref of refs) reader.read(ref)
  if (!refs.length) return []
  return [...(reader.hasWithheld ? [words.withheldNote] : []), ...reader.sources()]
}

export const signText = ({ sign }: StatusModel): string => `${sign.symbol} ${sign.text}`

/** "Brytpunktssamtal 2023: 47,1 %, mål 70 %" */
export function factsText({ facts }: StatusModel): string {
  if (!facts) return ''
  const target = facts.target ? `, ${sv.target(facts.target.text)}` : ''
  return `${facts.before}${facts.result.text}${target}`
}
