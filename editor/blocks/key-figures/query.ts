import type { Display } from '../../core/data-block/figure-cell.ts'
import { choiceIn, type DataQuery, earlierPeriod, periodOf, readDataQuery } from '../../core/data-block/query.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureRef } from '../../core/figure.ts'

/** More large numbers than this are no longer what matters most. */
export const MOST_KEY_FIGURES = 4

const DISPLAYS = ['kr', 'tkr', 'mnkr'] as const

export interface KeyFiguresQuery extends DataQuery {
  /** Whether the target is said. */
  target: boolean
  display: Display
}

export function readKeyFiguresQuery(node: DocumentNode): KeyFiguresQuery {
  const { target, display } = node.attrs ?? {}
  return { ...readDataQuery(node), target: target !== false, display: choiceIn(display, DISPLAYS) }
}

/** The attributes of the node: what is as it is by default is null. */
export const keyFiguresAttributes = ({ target, ...query }: KeyFiguresQuery) => ({
  ...query,
  target: target ? null : false,
})

/** Every figure that the block shows or counts with. */
export function keyFiguresRefs(query: KeyFiguresQuery): FigureRef[] {
  const now = periodOf(query)
  return query.indicatorIds.flatMap(indicatorId => [
    { indicatorId, kind: 'result', period: now, gender: 'T' },
    { indicatorId, kind: 'result', period: earlierPeriod(query, 1), gender: 'T' },
    ...(query.target ? [{ indicatorId, kind: 'target', period: now, gender: 'T' } as const] : []),
  ])
}
