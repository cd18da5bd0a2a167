import { z } from 'zod'

// What the documentation of v3 names and the product uses; other members may come and go.

const nextUrl = z.string().nullish()
export const page = <T extends z.ZodType>(value: T) => z.object({ values: z.array(value), next_url: nextUrl })

export const kpi = z.object({
  id: z.string(),
  title: z.string().min(1),
  description: z.string().nullish(),
  operating_area: z.string().nullish(),
  /** 0 and 1 in earlier versions. */
  is_divided_by_gender: z.union([z.boolean(), z.number()]).nullish(),
})
export type Kpi = z.infer<typeof kpi>

export const municipality = z.object({ id: z.string(), title: z.string().min(1) })

export const datum = z.object({
  kpi: z.string(),
  municipality: z.string(),
  period: z.union([z.number().int(), z.string().regex(/^\d{4}$/)]),
  values: z.array(
    z.object({
      gender: z.enum(['T', 'K', 'M']),
      value: z.number().nullable(),
      status: z.string().nullish(),
      isdeleted: z.boolean().nullish(),
    }),
  ),
})
export type Datum = z.infer<typeof datum>
