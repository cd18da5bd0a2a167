import { z } from 'zod'
import { readPeriod } from '#editor/core/period.ts'
import { personNumberIn } from '../indicators/privacy/person-number.ts'
import { decimal } from './decimal.ts'
import { BETTER, type GOALS, gender, goal, type KINDS, kind, RHYTHMS, UNITS } from './vocabulary.ts'

/** Observations in one request. */
export const MAX_OBSERVATIONS = 10_000
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

interface GivenGoal {
  kind: (typeof KINDS)[number]
  goal: (typeof GOALS)[number]
  value: string | null
  numerator: string | null
  denominator: string | null
  status?: string | undefined
  note: string | null
}

/** What a goal in words cannot stand beside, by member. */
function* wrongWithGoal(given: GivenGoal): Generator<[keyof GivenGoal, string]> {
  if (given.kind !== 'target' && given.kind !== 'national') yield ['goal', 'Bara kind target och national kan ha goal.']
  if (given.value !== null) yield ['value', 'Skicka antingen ett tal eller ett mål i ord: value ska vara null.']
  if (given.numerator !== null) yield ['numerator', 'Ett mål i ord har ingen täljare.']
  if (given.denominator !== null) yield ['denominator', 'Ett mål i ord har ingen nämnare.']
  if (given.status !== undefined && given.status !== 'final') yield ['status', 'Ett mål i ord är final.']
  if (given.goal === 'reference' && given.note === null) yield ['note', 'Skriv i note var målet står.']
}

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
    goal: goal.nullable().default(null).meta({
      description:
        'Mål i ord i stället för ett tal, för kind target och national: öka, minska, behålla, ja, nej, riket, eller reference där note säger var målet står. Då är value null.',
    }),
    note: words(500).min(1).nullable().default(null).meta({ description: 'Fotnot till värdet.' }),
  })
  .superRefine(({ indicator, code, value, status, goal, ...row }, context) => {
    if ((indicator === undefined) === (code === undefined))
      context.addIssue({ code: 'custom', message: 'Skicka antingen indicator eller code, och bara en av dem.' })
    if (goal !== null) {
      for (const [path, message] of wrongWithGoal({ value, status, goal, ...row }))
        context.addIssue({ code: 'custom', path: [path], message })
      return
    }
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
