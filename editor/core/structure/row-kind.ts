import { z } from 'zod'
import { field, key, longWords, words } from './field.ts'

export const repeated = {
  /** Stable across versions and years. */
  key,
  /** "kontrollmoment", "kontrollmomenten", for buttons and messages. */
  one: words,
  many: words,
}

/** Something that is listed: one row each, its fields are the columns. */
export const rowKind = z.object({
  ...repeated,
  /** Heading over the table. */
  heading: words,
  fields: z.array(field).min(1),
  /** Fields of numbers that the table adds up below; the sum is never typed. */
  sums: z.array(key).default([]),
  /** Rows that say the same in this field, a text or a choice, are added up together as well; see `sums`. */
  groups: z.object({ by: key }).optional(),
  /** What a new report starts with, a row each. */
  start: z.array(z.record(key, z.string())).default([]),
  /** The rows are those of `start`: nobody adds or removes any. */
  fixed: z.boolean().default(false),
  /** How many there must be. */
  least: z.int().min(0).default(0),
  /** An åtgärd: it stands in the organisation's register and is followed up until it is closed. */
  measure: z.boolean().default(false),
  /** One board says them for every board, such as the styrelse: other boards' reports take them over. */
  shared: z.boolean().optional(),
  /** Two fields from 1 to 4 whose product is drawn as a matrix below the table. */
  matrix: z.object({ rows: key, columns: key }).optional(),
  /** How it is printed: `decision` as the att-satser that its fields make; a table without it. */
  print: z.enum(['table', 'decision']).optional(),
  /** What happened in the report's own period: the next report begins without it. */
  ofPeriod: z.boolean().optional(),
  /**
   * Fields that are printed together in one column, where they are too many to stand side by side: the column stands in
   * the place of its first field.
   */
  together: z.array(z.object({ label: words, of: z.array(key).min(2) })).optional(),
  /** What stands below the table: "Kostnader är negativa." */
  note: longWords.optional(),
})

export type RowKind = z.infer<typeof rowKind>
