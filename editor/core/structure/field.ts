import { z } from 'zod'

/** Stable name of a part of a template: never changed once a report has been made with it. */
export const key = z
  .string()
  .regex(/^[a-zåäö0-9]+(-[a-zåäö0-9]+)*$/)
  .max(80)
export const words = z.string().trim().min(1).max(200)
export const longWords = z.string().trim().max(2000)

/** `stop` keeps the report from being locked; a warning is shown and no more. */
export const ruleLevel = z.enum(['warning', 'stop'])

const oneOf = z.object({ field: key, is: z.array(z.string()).min(1) })
const above = z.object({ field: key, above: z.number() })
/** What another field of the same holder says: one of these choices, or a number above this one. */
export const condition = z.union([oneOf, above])

/** That another field asks for this one: a stop where it says nothing of its level. */
const level = { level: ruleLevel.optional() }
const demand = z.union([oneOf.extend(level), above.extend(level)])

/**
 * Another field that this one is measured against. Numbers are measured against numbers, dates and periods against
 * dates and periods; where either is missing there is nothing to say.
 */
const bound = z.object({
  field: key,
  /** Where the other stands, when it is not in the same holder: among the report's own, or in a section of the template. */
  in: z.union([z.literal('report'), z.object({ section: key })]).optional(),
  /** Which day of the other, where it is a period; the last without it. */
  edge: z.enum(['start', 'end']).optional(),
  /** So much later than the other, for dates. */
  plus: z.object({ months: z.int().min(-120).max(120) }).optional(),
  /** A warning where it says nothing. */
  level: ruleLevel.optional(),
})

const common = {
  key,
  label: words,
  /** Shown to authors beside the field, never exported. */
  hint: longWords.optional(),
  /** `true`, or only where another field asks for it. */
  required: z.union([z.boolean(), demand]).optional(),
  /** Not less, and not earlier, than each of these. A period is measured by its first day. */
  least: z.array(bound).min(1).optional(),
  /** Not more, and not later, than each of these. A period is measured by its last day. */
  most: z.array(bound).min(1).optional(),
  /** Quoted from somewhere else: once it is there it is changed only by those who manage the report, as a correction. */
  sealed: z.boolean().optional(),
  /** Not printed in the report. */
  internal: z.boolean().optional(),
  /** Whether the next report begins with it; where this says nothing, its type does: see carried-values.ts. */
  carried: z.boolean().optional(),
}

export const choiceOption = z.object({
  key,
  label: words,
  /** Drawn beside the word, never instead of it. */
  sign: z.enum(['good', 'warning', 'bad', 'waiting']).optional(),
})

/**
 * A typed value that somebody fills in. Values are JSON: text, role and diaryNumber as they are written; date
 * "2024-03-01"; period "2024", "2024-11", "2024-K2", "2024-H1" or "2024-01-01/2024-08-31"; number as a decimal with
 * point ("-8835.5"); choice as the option's key; report as its id. A value that is not there is null.
 */
export const field = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    ...common,
    long: z.boolean().optional(),
    quote: z.boolean().optional(),
    /** Offered in a new row or unit: the name of the report's nämnd, or what the one before it says. */
    begins: z.literal('board').optional(),
  }),
  z.object({ type: z.literal('date'), ...common }),
  z.object({ type: z.literal('period'), ...common }),
  z.object({
    type: z.literal('number'),
    ...common,
    /** Printed after the number: "tkr", "%", "st". */
    unit: z.string().max(20).optional(),
    decimals: z.int().min(0).max(4).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  /** Somebody by function ("enhetschef SÄBO"), never by name. */
  z.object({ type: z.literal('role'), ...common }),
  z.object({ type: z.literal('choice'), ...common, options: z.array(choiceOption).min(2) }),
  z.object({ type: z.literal('report'), ...common, templates: z.array(key).optional() }),
  z.object({ type: z.literal('diaryNumber'), ...common }),
  z.object({
    type: z.literal('computed'),
    ...common,
    unit: z.string().max(20).optional(),
    decimals: z.int().min(0).max(4).optional(),
    compute: z.discriminatedUnion('by', [
      z.object({ by: z.literal('product'), of: z.array(key).min(2) }),
      /** The first minus the others. */
      z.object({ by: z.literal('difference'), of: z.array(key).min(2) }),
      z.object({ by: z.literal('sum'), of: z.array(key).min(2) }),
      /** The first of the second, in percent. */
      z.object({ by: z.literal('share'), of: z.array(key).length(2) }),
    ]),
  }),
])

export type Field = z.infer<typeof field>
export type Bound = z.infer<typeof bound>
export type Condition = z.infer<typeof condition>
export type RuleLevel = z.infer<typeof ruleLevel>
export type FieldType = Field['type']
export type ChoiceOption = z.infer<typeof choiceOption>
/** What a holder (report, section or unit) has in its fields; a key that is missing has no value. */
export type Values = Record<string, string>
