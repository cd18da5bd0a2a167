import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { indicator } from '#db/schema/indicator.ts'
import { ROLES } from '#db/schema/user.ts'
import { readPeriod } from '#editor/core/period.ts'
import { InvalidInputError, NotFoundError } from '../../errors.ts'
import { publish } from '../../events.ts'
import type { Actor } from '../../policies/actor.ts'
import { requireCan } from '../../policies/require.ts'
import { changeCatalogue } from './change-catalogue.ts'

const seriesBreak = z.object({
  period: z.string().refine(text => readPeriod(text) !== null),
  note: z.string().trim().min(3).max(500),
})

/** What people say of an indicator. Its name, area, unit and direction come with its figures, from their source. */
const change = z
  .object({
    definition: z.string().trim().max(2000),
    ownerRole: z.enum(ROLES).nullable(),
    rhythm: z.enum(['year', 'half-year', 'quarter', 'month', 'irregular']),
    /** Below this a count, or the n of a share, is not shown in public; null where small numbers are no risk. */
    smallNumber: z.number().int().min(2).max(100).nullable(),
    doesNotSum: z.boolean(),
    breaks: z.array(seriesBreak).max(20),
  })
  .partial()
  .refine(fields => Object.keys(fields).length > 0)

export type IndicatorChange = z.infer<typeof change>

/** @throws InvalidInputError with the fields that are wrong, NotAllowedError, NotFoundError */
export async function changeIndicator(
  { db }: { db: Db },
  actor: Actor,
  indicatorId: string,
  input: unknown,
): Promise<void> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  const parsed = change.safeParse(input)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'change')
  await db.transaction(async tx => {
    const statement = tx
      .update(indicator)
      .set(parsed.data)
      .where(and(eq(indicator.organisationId, organisationId), eq(indicator.id, indicatorId)))
      .getSQL()
    const written = await changeCatalogue(tx, { organisationId, changedBy: actor.id }, statement)
    if (written === 0) throw new NotFoundError('indicator')
    await publish(tx, { type: 'data', organisationId })
  })
}
