import { z } from 'zod'
import { key, words } from './field.ts'

/** A column of an overview: a field of the unit, or what the åtgärder in its sections say. */
const overviewColumn = z.union([
  z.object({ label: words, field: key }),
  z.object({
    label: words,
    /** Status of them all in words, the next due date, or how many there are. */
    measures: z.enum(['status', 'next-due', 'count']),
    /** Kinds of rows that count; all åtgärder without it. */
    kinds: z.array(key).optional(),
  }),
])

/** A table that makes itself from the units of a kind, a row each. */
export const overview = z.object({
  /** Key of the kind. */
  of: key,
  /** Head of the first column, where the units' headings stand. */
  first: words,
  columns: z.array(overviewColumn).min(1),
})

export type Overview = z.infer<typeof overview>
export type OverviewColumn = z.infer<typeof overviewColumn>
