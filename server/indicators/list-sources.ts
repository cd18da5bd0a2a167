import { sourceName } from '#editor/core/source-name.ts'
import { sourceIds, sources } from './sources/index.ts'
import type { Source } from './sources/source.ts'

export interface ImportSource {
  id: string
  name: string
  /** Columns that a file of the source has; `YYYY` stands for a year. */
  columns: string[]
}

function columnsOf(source: Source): string[] {
  const ofMeasures = source.measures.flatMap(measure => [
    measure.result,
    measure.target,
    measure.unitColumn,
    measure.denominator,
  ])
  return [...new Set([...source.keys, ...ofMeasures])].filter(column => column !== null)
}

/** What can be imported, for the form that asks. */
export const listSources = (): ImportSource[] =>
  sourceIds.map(id => ({ id, name: sourceName(id), columns: columnsOf(sources[id]) }))
