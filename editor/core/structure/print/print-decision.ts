import type { DocumentNode } from '../../document-node.ts'
import { fieldValue } from '../compute.ts'
import { formatValue } from '../format-value.ts'
import type { RowTable } from '../structured-section.ts'
import { paragraphs, strongLine } from './nodes.ts'
import { sv } from './sv.ts'

/** Words that a condition begins with as it is written; before any other stands "om". */
const CONNECTED =
  /^(om|senast|under förutsättning|förutsatt|med|från|till|före|efter|när|innan|utan|i enlighet|enligt)\s/i

const condition = (text: string): string => `, ${CONNECTED.test(text) ? '' : 'om '}${text}`

/** What a sentence says before the sign that ends it, in one line. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '')
    .trim()

/**
 * One att-sats of a row with the fields verb, objekt, ar and villkor, without the sign that ends it:
 * "att godkänna berättelsen för år 2023, om fullmäktige antar planen".
 */
function attSats({ fields }: RowTable['kind'], values: Record<string, string>): string {
  const shown = (key: string): string => {
    const field = fields.find(one => one.key === key)
    const value = field && fieldValue(fields, values, key)
    return field && value ? plain(formatValue(field, value)) : ''
  }
  const year = shown('ar') && `för år ${shown('ar')}`
  const verb = shown('verb').toLowerCase()
  const closing = values.verb === 'lagga-till-handlingarna' ? 'till handlingarna' : ''
  const first = values.verb === 'annat' ? '' : closing ? verb.split(' ')[0] : verb
  const words = ['att', first, shown('objekt') || sv.missing.toLowerCase(), year, closing]
  return words.filter(Boolean).join(' ') + (shown('villkor') && condition(shown('villkor')))
}

/** How a sentence ends among so many: the last with a full stop, the one before it leads over to it. */
const ending = (left: number): string => (left === 0 ? '.' : left === 1 ? ', samt' : ',')

/** The proposal as it is read out: who decides, then one att-sats after the other. */
export function printDecision({ kind, rows }: RowTable): DocumentNode[] {
  return rows.flatMap(({ values }, index) => {
    const board = values.organ ?? ''
    const begins = board !== '' && rows[index - 1]?.values.organ !== board
    const next = rows.findIndex((row, at) => at > index && (row.values.organ ?? '') !== board)
    const left = (next < 0 ? rows.length : next) - index - 1
    return [...(begins ? [strongLine(sv.decides(board))] : []), ...paragraphs(attSats(kind, values) + ending(left))]
  })
}
