import { UnknownSourceError } from '../errors.ts'
import { avvikelser } from './avvikelser/source.ts'
import { palliativregistret } from './palliativregistret/source.ts'
import { seniorAlert } from './senior-alert/source.ts'
import type { Source } from './source.ts'

/** Every source that can be imported, by the id that `indicator.source` holds. */
export const sources = {
  'senior-alert': seniorAlert,
  palliativregistret,
  avvikelser,
} satisfies Record<string, Source>

export type SourceId = keyof typeof sources

export const sourceIds = Object.keys(sources) as SourceId[]

/** @throws UnknownSourceError */
export function findSource(id: string): Source {
  if (!Object.hasOwn(sources, id)) throw new UnknownSourceError(id)
  return sources[id as SourceId]
}
