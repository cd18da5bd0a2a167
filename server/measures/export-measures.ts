import type { Actor } from '../policies/actor.ts'
import { readableBoards } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'
import { type Measure, readMeasures } from './list-measures.ts'
import type { MeasureFilter } from './measure-filter.ts'

/** All åtgärder that match, on every page, as they stand at one moment. */
export async function exportMeasures(
  services: Pick<Services, 'db'>,
  actor: Actor,
  filter: MeasureFilter,
): Promise<Measure[]> {
  const boardIds = (await readableBoards(services, actor)).map(({ id }) => id)
  return boardIds.length ? readMeasures(services, actor, filter, boardIds, null) : []
}
