import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { figureUse, type SeenFigure, sectionReview } from '#db/schema/figure-use.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import { readFigures } from '../../indicators/read-figures.ts'
import type { Actor } from '../../policies/actor.ts'
import type { SectionRow } from '../read-sections.ts'

/** Keeps which values the section showed when somebody said that it is reviewed, and forgets them when it is not any more. */
export async function rememberFigures(
  tx: Tx,
  actor: Actor,
  before: Pick<SectionRow, 'status'>,
  { id: sectionId, reportId, status }: Pick<SectionRow, 'id' | 'reportId' | 'status'>,
): Promise<void> {
  if (status === before.status) return
  await tx.delete(sectionReview).where(eq(sectionReview.sectionId, sectionId))
  if (status !== 'reviewed') return
  const refs = (await tx.select().from(figureUse).where(eq(figureUse.sectionId, sectionId))).map(
    ({ indicatorId, kind, period, gender }) => ({ indicatorId, kind, period, gender }) as FigureRef,
  )
  const { figures } = await readFigures({ db: tx }, actor.organisationId, refs)
  const seen = Object.fromEntries(
    refs.map(ref => {
      const figure = figures[figureKey(ref)]
      const found: SeenFigure = {
        observationId: figure?.passport.observationId ?? null,
        value: figure?.value ?? null,
      }
      return [figureKey(ref), found]
    }),
  )
  await tx.insert(sectionReview).values({ sectionId, reportId, seen, reviewedBy: actor.id })
}
