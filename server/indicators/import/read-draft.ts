import type { Tx } from '#db/client.ts'
import { NoLayoutError } from '../errors.ts'
import type { Layout } from '../layout/layout.ts'
import { readSources } from '../list-sources.ts'
import { openTable } from '../table/open-table.ts'
import { type Draft, readDraftFile } from './draft.ts'
import type { OnProgress } from './progress.ts'
import { type StagedFile, stageFile } from './stage-file.ts'

export interface StagedDraft extends StagedFile {
  layout: Layout
  /** What its source is called. */
  sourceName: string
}

/**
 * Stages a draft as its own layout says, or as its source's files are read.
 * @param file the draft's own bytes, where they are at hand: a large file is then in memory once
 * @throws NoLayoutError while nobody has said what it is
 * @throws NotATableError
 */
export async function stageDraft(
  tx: Tx,
  organisationId: string,
  draft: Draft,
  onProgress?: OnProgress,
  file?: Uint8Array,
): Promise<StagedDraft> {
  const sources = await readSources(tx, organisationId)
  const source = sources.get(draft.source)
  const layout = draft.layout ?? source?.layout
  if (!layout || draft.source === '') throw new NoLayoutError(draft.source)
  const table = await openTable(file ?? (await readDraftFile(tx, draft)))
  const toStage = { table, sourceId: draft.source, layout, candidates: [...sources.values()] }
  const staged = await stageFile(tx, organisationId, toStage, onProgress)
  return { ...staged, layout, sourceName: source?.name ?? draft.source }
}
