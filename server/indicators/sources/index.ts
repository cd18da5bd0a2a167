import { UnknownSourceError } from '../errors.ts'
import type { Layout } from '../layout/layout.ts'
import { avvikelser } from './avvikelser/source.ts'
import { ekonomi } from './ekonomi/source.ts'
import { hr } from './hr/source.ts'
import { namndplan } from './namndplan/source.ts'
import { palliativregistret } from './palliativregistret/source.ts'
import { seniorAlert } from './senior-alert/source.ts'

/** The sources of the product, by the id that `indicator.source` holds: how their files are read. */
export const sources = {
  'senior-alert': seniorAlert,
  palliativregistret,
  avvikelser,
  ekonomi,
  hr,
  namndplan,
} satisfies Record<string, Layout>

export type SourceId = keyof typeof sources

export const sourceIds = Object.keys(sources) as SourceId[]

/** @throws UnknownSourceError */
export function builtInLayout(id: string): Layout {
  if (!Object.hasOwn(sources, id)) throw new UnknownSourceError(id)
  return sources[id as SourceId]
}
