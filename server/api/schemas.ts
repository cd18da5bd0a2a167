import { z } from 'zod'
import { readPeriod } from '#editor/core/period.ts'
import { personNumberIn } from '../indicators/privacy/person-number.ts'
import { decimal } from './decimal.ts'

/** Observations in one request. */
export const MAX_OBSERVATIONS = 10_000
/** Observations in one page of an answer. */
export const MAX_PAGE = 5000
export const DEFAULT_PAGE = 1000

export const KINDS = ['result', 'target', 'national', 'comparison', 'budget', 'forecast'] as const
const GENDERS = ['T', 'K', 'M'] as const
const UNITS = ['percent', 'count', 'persons', 'kr', 'tkr', 'mnkr', 'index', 'yesno', 'other'] as const
const BETTER = ['up', 'down', 'same', 'yes', 'comparison', 'none'] as const
const RHYTHMS = ['year', 'half-year', 'quarter', 'month', 'irregular'] as const

// Control characters, which the database cannot keep, and halves of characters.
const UNREADABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u

/** Text that says nothing of a person and can be kept as it is. */
const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine(text => !UNREADABLE.test(text), { error: 'Innehåller tecken som inte går att läsa.' })
    .refine(text => personNumberIn(text) === null, {
      error: 'Ser ut att innehålla ett personnummer. Siffror om enskilda personer får inte skickas hit.',
    })

const indicatorId = words(200).regex(/^[^|]+$/, {
  error: 'Ska vara ett id utan lodstreck, som "hr/sjukfranvaro/total".',
})
const code = words(60).min(1)
export const kind = z.enum(KINDS)
export const gender = z.enum(GENDERS)
export const period = z
  .string()
  .max(20)
  .refine(text => readPeriod(text) !== null, {
    error: 'Ska vara en period: 2023, 2023-H1, 2023-T1, 2023-K2, 2023-11 eller 2023-01..11.',
  })
  .meta({ description: '"2023", "2023-H1", "2023-T1", "2023-K2", "2023-11" eller "2023-01..11"', examples: ['2023'] })

const sourceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, {
  error: 'Ska vara gemener, siffror och bindestreck, som "hr-systemet".',
})

const givenObservation = z
  .strictObject({
    indicator: indicatorId.optional().meta({ description: 'Indikatorns id. Skicka antingen indicator eller code.' }),
    code: code.optional().meta({ description: 'Indikatorns kod i källans egen katalog, till exempel U21454.' }),
    kind: kind.default('result'),
    period,
    gender: gender.default('T'),
    value: decimal
      .nullable()
      .meta({ description: 'null där uppgiften saknas eller är dold. Aldrig 0 för det som saknas.' }),
    numerator: decimal.nullable().default(null),
    denominator: decimal.nullable().default(null),
    status: z
      .enum(['final', 'preliminary', 'suppressed', 'missing'])
      .optional()
      .meta({ description: 'Utan status: final, eller missing där value är null.' }),
    note: words(500).min(1).nullable().default(null).meta({ description: 'Fotnot till värdet.' }),
  })
  .superRefine(({ indicator, code, value, status }, context) => {
    if ((indicator === undefined) === (code === undefined))
      context.addIssue({ code: 'custom', message: 'Skicka antingen indicator eller code, och bara en av dem.' })
    const hidden = status === 'suppressed' || status === 'missing'
    if (status !== undefined && (value === null) !== hidden)
      context.addIssue({
        code: 'custom',
        path: ['status'],
        message: 'Ett värde är final eller preliminary. Där value är null är status suppressed eller missing.',
      })
  })

const givenIndicator = z.strictObject({
  id: indicatorId,
  name: words(200).min(1),
  area: words(200).default(''),
  unit: z.enum(UNITS),
  unitText: words(40).default('').meta({ description: 'Enhetens eget ord där unit är other.' }),
  decimals: z.number().int().min(0).max(6),
  better: z.enum(BETTER).default('none'),
  code: code.optional(),
  definition: words(2000).default(''),
  rhythm: z.enum(RHYTHMS).default('year'),
})

export const batch = z.strictObject({
  source: sourceId.default('api').meta({ description: 'Systemet som siffrorna kommer från. Står i siffrornas källa.' }),
  indicators: z
    .array(givenIndicator)
    .max(1000)
    .default([])
    .meta({ description: 'Nya indikatorer som observationerna hör till. Finns indikatorn redan ändras den inte.' }),
  observations: z.array(givenObservation).min(1).max(MAX_OBSERVATIONS),
})

export type Batch = z.output<typeof batch>

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
  goal: z.enum(['increase', 'decrease', 'keep', 'yes', 'no', 'national', 'reference']).nullable(),
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
