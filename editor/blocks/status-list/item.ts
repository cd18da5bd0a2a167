import { choiceIn, type DataQuery, periodOf, readDataQuery } from '../../core/data-block/query.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureRef } from '../../core/figure.ts'
import { indicatorTableFigures, readQuery } from '../indicator-table/query.ts'

/** A status that somebody chose. */
export const MANUAL_STATUSES = ['done', 'ongoing', 'not-started', 'stopped'] as const
export type ManualStatus = (typeof MANUAL_STATUSES)[number]

export interface StatusItem extends Pick<DataQuery, 'year' | 'part'> {
  goal: string
  /** Whose target says the status; null where somebody chooses it. */
  indicatorId: string | null
  /** Null where nobody has chosen one yet. */
  status: ManualStatus | null
}

export function readStatusItem(node: DocumentNode): StatusItem {
  const { goal, indicatorId, status } = node.attrs ?? {}
  const { year, part } = readDataQuery(node)
  return {
    goal: typeof goal === 'string' ? goal : '',
    indicatorId: typeof indicatorId === 'string' ? indicatorId : null,
    status: choiceIn(status, MANUAL_STATUSES),
    year,
    part,
  }
}

/** The table of one row that the item takes its result, target and judgement from. */
export const itemQuery = ({ indicatorId, year, part }: StatusItem) =>
  readQuery({
    type: 'indicatorTable',
    attrs: { indicatorIds: indicatorId ? [indicatorId] : [], year, part, columns: ['result', 'target', 'assessment'] },
  })

export const itemFigures = (item: StatusItem): FigureRef[] => indicatorTableFigures(itemQuery(item))

export const itemPeriod = (item: StatusItem): string => periodOf(item)

/** The items of a list; what a merge may have left besides them is none. */
export const itemsOf = (list: DocumentNode): DocumentNode[] =>
  (list.content ?? []).filter(({ type }) => type === 'statusItem')
