import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { dataImport } from '#db/schema/data-import.ts'
import { indicator } from '#db/schema/indicator.ts'
import { observation } from '#db/schema/observation.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import { readPeriod } from '#editor/core/period.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { sha256Hex } from '../sha256.ts'
import { parseNumber } from './csv/parse-number.ts'
import { lockFigures } from './import/lock-figures.ts'
import { impossibleValue } from './impossible-value.ts'
import { readFigures } from './read-figures.ts'
import { sameValue } from './same-value.ts'

export interface Correction {
  /** As a person writes it, "47,1"; empty for a value that is missing. */
  value: string
  /** Why; required. */
  reason: string
}

const MAX_REASON = 1000

/**
 * A figure that somebody writes by hand: appended as an import of its own, with the reason. Denominator and note stay as
 * they are, unless the value is now missing; the numerator, which the new value does not follow from, goes. The same
 * value as before writes nothing.
 * @returns the import, or null where nothing changed
 * @throws NotAllowedError
 * @throws NotFoundError when there is no such indicator
 * @throws InvalidInputError with `value`: not-a-number, out-of-range, negative, not-an-integer or not-yes-or-no;
 *   `reason`: missing or too-long; `period`: not-a-period
 */
export async function correctFigure(
  { db }: { db: Db },
  actor: Actor,
  ref: FigureRef,
  correction: Correction,
): Promise<{ importId: string } | null> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  const reason = correction.reason.trim()
  const parsed = parseNumber(correction.value)
  return db.transaction(async tx => {
    await lockFigures(tx, organisationId)
    const found = await tx.query.indicator.findFirst({
      where: and(eq(indicator.organisationId, organisationId), eq(indicator.id, ref.indicatorId)),
    })
    if (!found) throw new NotFoundError(ref.indicatorId)
    const value = parsed.kind === 'number' ? parsed.value : null
    const wrong =
      parsed.kind === 'invalid' || parsed.kind === 'suppressed'
        ? 'not-a-number'
        : value !== null && impossibleValue(value, found.unit)
    const fields = {
      ...(wrong && { value: wrong }),
      ...(reason === '' ? { reason: 'missing' } : reason.length > MAX_REASON && { reason: 'too-long' }),
      ...(!readPeriod(ref.period) && { period: 'not-a-period' }),
    }
    if (Object.keys(fields).length) throw new InvalidInputError(fields)
    const { figures } = await readFigures({ db: tx }, organisationId, [ref])
    const now = figures[figureKey(ref)]
    if (now && !now.status && !now.goal && sameValue(now.value, value)) return null
    const body = JSON.stringify({ ref, value, reason })
    const [row] = await tx
      .insert(dataImport)
      .values({
        organisationId,
        source: found.source,
        method: 'manual',
        fileSha256: sha256Hex(body),
        reason,
        importedBy: actor.id,
      })
      .returning({ id: dataImport.id })
    if (!row) throw new Error('insert returned no import')
    const { indicatorId, kind, period, gender } = ref
    await tx.insert(observation).values({
      organisationId,
      indicatorId,
      kind,
      period,
      gender,
      value,
      // Of how many is still true; how many of them is not any more.
      numerator: null,
      denominator: value === null ? null : (now?.denominator ?? null),
      note: now?.note ?? null,
      status: value === null ? 'missing' : 'final',
      importId: row.id,
    })
    await publish(tx, { type: 'data', organisationId, importId: row.id })
    return { importId: row.id }
  })
}
