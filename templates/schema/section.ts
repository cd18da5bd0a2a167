import { z } from 'zod'
import { field, key, longWords, words } from '#editor/core/structure/field.ts'
import { overview } from '#editor/core/structure/overview.ts'
import { repeated, rowKind } from '#editor/core/structure/row-kind.ts'
import { rowNeed } from '#editor/core/structure/row-need.ts'

/** "PSL 3:10", "SOSFS 2011:9 7:2 p.1", "KL 6 kap. 6 §": an act, then a place in it. */
const lawReference = z
  .string()
  .regex(/^[A-ZÅÄÖ][A-Za-zÅÄÖåäö-]*( \d{4}:\d+)? .*\d/)
  .max(120)

/** What a section shows of the boards' answers that the report is put together from. */
const answersShown = z.enum(['boards', 'overview', 'recommendation'])

const sectionCore = {
  key,
  heading: words,
  /** For authors, never exported. */
  guidance: longWords,
  /** `conditional`: there, or a reason why it does not apply. */
  required: z.enum(['yes', 'conditional', 'no']),
  /** Paragraphs of law that ask for the section, as they are printed. */
  lawReferences: z.array(lawReference),
  /** Whether it has running text; without it, it consists of its fields, rows and units. */
  text: z.boolean().default(true),
  fields: z.array(field).default([]),
  /** Rows that the fields' answers ask for. */
  needs: z.array(rowNeed).min(1).optional(),
  /** A table that makes itself from the units of a section of the report. */
  overview: overview.optional(),
  answers: answersShown.optional(),
}

/** A part of a unit that stands under a heading of its own. */
const part = z.object({
  ...sectionCore,
  rows: z.array(rowKind).default([]),
})

const unitShape = {
  ...repeated,
  /** Its heading: "{n}" is its number and "{key}" a field's value. What has no value is left out. */
  heading: words,
  guidance: longWords.default(''),
  lawReferences: z.array(lawReference).default([]),
  text: z.boolean().default(false),
  fields: z.array(field).default([]),
  needs: z.array(rowNeed).min(1).optional(),
  rows: z.array(rowKind).default([]),
  answers: answersShown.optional(),
  parts: z.array(part).default([]),
  start: z.array(z.record(key, z.string())).default([]),
  least: z.int().min(0).default(0),
}

/** Something that is repeated as a section of its own, with parts: a recommendation, a kontrollmoment. */
export const unitKind = z.object({
  ...unitShape,
  /** Repeated within it, one level further down; nothing is repeated within those. */
  units: z.array(z.object({ ...unitShape, units: z.array(z.never()).default([]) })).default([]),
})

export const templateSection = z.object({
  ...sectionCore,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  rows: z.array(rowKind).default([]),
  units: z.array(unitKind).default([]),
})

export type AnswersShown = z.infer<typeof answersShown>
export type UnitKind = z.infer<typeof unitKind>
export type Part = z.infer<typeof part>
export type TemplateSection = z.infer<typeof templateSection>
