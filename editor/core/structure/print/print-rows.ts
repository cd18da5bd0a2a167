import type { DocumentNode } from '../../document-node.ts'
import { sumOf } from '../compute.ts'
import type { Field } from '../field.ts'
import { formatValue } from '../format-value.ts'
import { type RowGroup, rowGroups } from '../row-groups.ts'
import type { Row, RowTable } from '../structured-section.ts'
import { type Column, columnsOf, columnText } from './columns.ts'
import { bulletList, headCell, paragraphs, strongLine, table, textCell } from './nodes.ts'
import { printDecision } from './print-decision.ts'
import type { ReportTitles } from './print-fields.ts'
import { printMatrix } from './print-matrix.ts'
import { sv } from './sv.ts'

/** What a field's column adds up to; empty where the kind does not add it up. */
function sumText({ kind, rows }: RowTable, field: Field | undefined): string {
  if (!field || !kind.sums.includes(field.key)) return ''
  const sum = sumOf(
    kind.fields,
    rows.map(row => row.values),
    field.key,
  )
  return sum === null ? '' : formatValue(field, sum, { withUnit: false })
}

/**
 * What rows of a list come to, a text for each of the fields; null where the kind adds nothing up.
 * @param name stands first
 */
export function sumTexts(
  list: RowTable,
  fields: readonly (Field | undefined)[] = list.kind.fields,
  name: string = sv.sum,
): string[] | null {
  if (!list.kind.sums.length) return null
  return fields.map((field, index) => sumText(list, field) || (index === 0 ? name : ''))
}

export interface GroupSum {
  name: string
  texts: string[]
}

interface SummedGroup extends RowGroup {
  /** What it comes to; null where that stands nowhere. */
  sum: GroupSum | null
}

/** The groups of a list; null where it has none. */
const summedGroups = (list: RowTable, fields?: readonly (Field | undefined)[]): SummedGroup[] | null =>
  rowGroups(list)?.map(group => {
    const { name, rows } = group
    const texts = name === null ? null : sumTexts({ kind: list.kind, rows }, fields, sv.sumOf(name))
    return { ...group, sum: name !== null && texts ? { name, texts } : null }
  }) ?? null

/** What each group of a list comes to, in the order of the groups; empty where it has none. */
export const groupSums = (list: RowTable): GroupSum[] => (summedGroups(list) ?? []).flatMap(({ sum }) => sum ?? [])

const isLong = (column: Column | undefined): boolean =>
  column?.fields.some(field => field.type === 'text' && (field.long === true || field.quote === true)) ?? false

/**
 * A list as a table under its name, with sums, note and matrix; nothing where it has no rows. Rows that a matrix points
 * at are numbered. Of one column, it is a list of points.
 * @param under heading right above, which the name of the list does not repeat
 */
export function printRows(list: RowTable, reportTitles: ReportTitles = {}, under = ''): DocumentNode[] {
  const { kind, rows } = list
  if (!rows.length) return []
  if (kind.print === 'decision') return printDecision(list)
  const columns = columnsOf(list)
  const numbered = kind.matrix !== undefined
  // A whole paragraph names no row.
  const firstCell = numbered || !isLong(columns[0]) ? headCell : textCell
  // What heads nothing is no head: a screen reader would announce an empty one with every cell of the row.
  const line = (texts: string[], first = firstCell): DocumentNode[] =>
    texts.map((text, index) => (index || !text ? textCell(text) : first(text)))
  const sumFields = columns.map(({ fields }) => (fields.length === 1 ? fields[0] : undefined))
  const sums = sumTexts(list, sumFields)
  const number = (text: string): string[] => (numbered ? [text] : [])
  const name = kind.heading === under ? [] : [strongLine(kind.heading)]
  const note = kind.note ? paragraphs(kind.note) : []
  const [only, ...others] = columns
  if (only && !others.length && !numbered && !sums)
    return [...name, bulletList(rows.map(({ values }) => columnText(kind.fields, only, values, reportTitles))), ...note]
  // What a matrix numbers stays in the order of its numbers.
  const groups = (numbered ? null : summedGroups(list, sumFields)) ?? [{ rows, sum: null }]
  const rowLine = ({ values }: Row, index: number): DocumentNode[] =>
    line([
      ...number(String(index + 1)),
      ...columns.map(column => columnText(kind.fields, column, values, reportTitles)),
    ])
  return [
    ...name,
    table([
      [...number(sv.number), ...columns.map(({ head }) => head)].map(headCell),
      ...groups.flatMap(group => [...group.rows.map(rowLine), ...(group.sum ? [line(group.sum.texts, headCell)] : [])]),
      ...(sums ? [line([...number(''), ...sums], headCell)] : []),
    ]),
    ...note,
    ...printMatrix(list),
  ]
}
