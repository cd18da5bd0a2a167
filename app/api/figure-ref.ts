import { z } from 'zod'

/** A figure as a request names it. */
export const figureRef = z.object({
  indicatorId: z.string().max(300),
  kind: z.enum(['result', 'target', 'national', 'comparison', 'budget', 'forecast']),
  period: z.string().max(20),
  gender: z.enum(['T', 'K', 'M']),
})
