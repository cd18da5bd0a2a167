import type { DocumentNode } from '../document-node.ts'
import { movePeriod, readPeriod } from '../period.ts'

/** What every data block is about. */
export interface DataQuery {
  indicatorIds: string[]
  year: number
  /** Part of the year, "K2" or "01..11" (see ../period.ts); null is the whole year. */
  part: string | null
  caption: string
}

export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** One of the words that may be chosen; null is the default, and anything else than those. */
export const choiceIn = <T extends string>(value: unknown, choices: readonly T[]): T | null =>
  choices.find(choice => choice === value) ?? null

const partIn = (value: unknown): string | null =>
  typeof value === 'string' && readPeriod(`2000-${value}`) ? value : null

export function readDataQuery({ attrs = {} }: DocumentNode): DataQuery {
  const { indicatorIds, year, part, caption } = attrs
  return {
    indicatorIds: textsIn(indicatorIds),
    year: Number(year) || 0,
    part: partIn(part),
    caption: typeof caption === 'string' ? caption : '',
  }
}

/** The period that the block accounts for. */
export const periodOf = ({ year, part }: Pick<DataQuery, 'year' | 'part'>): string =>
  part ? `${year}-${part}` : String(year)

/** The same period so many years before. */
export const earlierPeriod = (query: Pick<DataQuery, 'year' | 'part'>, years: number): string =>
  movePeriod(periodOf(query), -years)

/** Years in the caption that are among the block's own. */
const moveCaption = (caption: string, shown: number[], years: number): string =>
  caption.replace(/(?<!\d)\d{4}(?!\d)/g, found =>
    shown.includes(Number(found)) ? String(Number(found) + years) : found,
  )

/**
 * The block for a later year: the same indicators and the same part of the year.
 * @param earlier how many years before its own it shows
 */
export function moveQueryOn(node: DocumentNode, years: number, earlier = 1): DocumentNode {
  const { year, caption } = readDataQuery(node)
  if (!year) return node
  const shown = Array.from({ length: earlier + 1 }, (_, back) => year - back)
  return { ...node, attrs: { ...node.attrs, year: year + years, caption: moveCaption(caption, shown, years) } }
}
