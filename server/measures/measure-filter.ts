import { z } from 'zod'

export const DUE = ['overdue', 'soon', 'later', 'none'] as const
export type Due = (typeof DUE)[number]

/** `open` is every one that is not closed; `none` where nobody has said how it goes. */
export const STATUSES = ['open', 'ej-paborjad', 'pagaende', 'klar', 'avbruten', 'none'] as const
export type StatusFilter = (typeof STATUSES)[number]

/** How many days ahead is soon. */
export const SOON_DAYS = 30

const words = z.string().trim().max(200).catch('')

/** What somebody asked the register for. What is not understood of it, such as an old link's, is left out. */
export const measureFilter = z.object({
  boardId: z.uuid().nullable().catch(null).default(null),
  /** Part of the role's name. */
  role: words.default(''),
  due: z.enum(DUE).nullable().catch(null).default(null),
  status: z.enum(STATUSES).nullable().catch(null).default(null),
  /** Document type. */
  templateKey: words.default(''),
  reportId: z.uuid().nullable().catch(null).default(null),
  /** Words to look for, all of them, in the åtgärd, its role and its report's title. */
  search: words.default(''),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

export type MeasureFilter = z.infer<typeof measureFilter>
