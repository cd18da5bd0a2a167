import { z } from 'zod'
import { BETTER, GOALS, gender, kind, RHYTHMS, UNITS } from './vocabulary.ts'

/** Observations in one page of an answer. */
export const MAX_PAGE = 5000
export const DEFAULT_PAGE = 1000

export const batchAnswer = z.object({
  importId: z.uuid().nullable().meta({ description: 'null när alla värden redan fanns och inget ändrades.' }),
  received: z.number().int(),
  written: z.number().int().meta({ description: 'Nya och ändrade värden.' }),
  unchanged: z.number().int(),
})

const text = z.string()
const decimalText = z.string().meta({ description: 'Tal med decimalpunkt.', examples: ['47.1'] })

export const shownObservation = z.object({
  indicator: text,
  code: text.nullable(),
  kind,
  period: text,
  gender,
  value: decimalText.nullable(),
  numerator: decimalText.nullable(),
  denominator: decimalText.nullable(),
  status: z.enum(['final', 'preliminary', 'suppressed', 'missing']),
  goal: z.enum(GOALS).nullable(),
  note: text.nullable(),
  source: text,
  importId: z.uuid(),
  recordedAt: z.iso.datetime(),
})

const next = text.nullable().meta({ description: 'Adressen till nästa sida. null på den sista.' })

export const observationPage = z.object({ observations: z.array(shownObservation), next })

export const shownIndicator = z.object({
  id: text,
  source: text,
  area: text,
  name: text,
  code: text.nullable(),
  definition: text,
  unit: z.enum(UNITS),
  unitText: text,
  decimals: z.number().int(),
  better: z.enum(BETTER),
  byGender: z.boolean(),
  rhythm: z.enum(RHYTHMS),
  retiredAt: z.iso.datetime().nullable().meta({ description: 'Sedan när källan inte längre har måttet.' }),
})

export const indicatorPage = z.object({ indicators: z.array(shownIndicator), next })

const limit = z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE)
const cursor = z.string().max(1000).optional().meta({ description: 'Ur next på förra sidan.' })

export const observationQuery = z.strictObject({
  indicator: z.string().max(200).optional(),
  code: z.string().max(60).optional(),
  period: z.string().max(20).optional(),
  kind: kind.optional(),
  gender: gender.optional(),
  as_of: z.iso.datetime({ offset: true }).optional().meta({ description: 'Vad som var känt vid den tidpunkten.' }),
  limit,
  cursor,
})

export const indicatorQuery = z.strictObject({
  source: z.string().max(60).optional(),
  code: z.string().max(60).optional(),
  limit,
  cursor,
})

export const problem = z.object({
  type: text,
  title: text,
  status: z.number().int(),
  detail: text,
  errors: z.array(z.object({ pointer: text, detail: text })).optional(),
})
