import * as Y from 'yjs'
import { packState } from '../history/work/packed-state.ts'
import type { FoldInput, FoldOutput, ProjectedSection } from './jobs.ts'
import { updatesOf } from './log-data.ts'
import { migrateDocument } from './migrations/migrate-document.ts'
import type { Migration } from './migrations/migration.ts'
import { emptySection, projectSection } from './project-section.ts'

/** Applies the log to the state in a throw-away Y.Doc, and what migrations are due. Runs in the worker thread: 100 pages take 260-280 ms. */
export function foldState(input: FoldInput, migrations: readonly Migration[]): FoldOutput {
  const updates = updatesOf(input.updates)
  const failed = new Set<Update>()
  for (;;) {
    const attempt = replay(input, updates, failed)
    if ('failedAt' in attempt) {
      // An exception leaves the Y.Doc half changed: start again without that update.
      failed.add(attempt.failedAt)
      continue
    }
    const { doc, touched } = attempt
    const beforeMigration = migrateDocument(doc, input.sectionIds, input.editorVersion, migrations)
    const stateVector = Y.encodeStateVector(doc)
    const state = Y.encodeStateAsUpdate(doc)
    const output: FoldOutput = {
      state,
      stateVector,
      deletions: Y.encodeStateAsUpdate(doc, stateVector),
      sections: project(doc, input, touched),
      unusable: [...new Set([...failed].map(({ seq }) => seq))],
      kept: {
        before: input.keep.before ? packState(input.state) : null,
        // What is written from now on builds on what the migration wrote, which is in no row of the log.
        after: input.keep.after || beforeMigration ? packState(state) : null,
      },
      beforeMigration,
    }
    doc.destroy()
    return output
  }
}

/** Fragments (roots of the Y.Doc) below which something changed. */
type Touched = Set<unknown>

interface Update {
  seq: number
  data: Uint8Array
}

function replay(
  input: FoldInput,
  updates: readonly Update[],
  without: ReadonlySet<Update>,
): { doc: Y.Doc; touched: Touched } | { failedAt: Update } {
  const doc = new Y.Doc()
  for (const id of input.sectionIds) doc.getXmlFragment(id)
  Y.applyUpdate(doc, input.state)
  const touched: Touched = new Set()
  doc.on('afterTransaction', transaction => {
    for (const type of transaction.changedParentTypes.keys()) touched.add(type)
  })
  let current: Update | null = null
  try {
    doc.transact(() => {
      for (const update of updates) {
        current = update
        if (!without.has(update)) Y.applyUpdate(doc, update.data)
      }
    })
  } catch (error) {
    if (!current) throw error
    return { failedAt: current }
  }
  return { doc, touched }
}

function project(doc: Y.Doc, input: FoldInput, touched: Touched): ProjectedSection[] {
  const always = new Set(input.alwaysProject)
  // A later version may read more out of the same text.
  const all = input.editorVersion.from < input.editorVersion.to
  const sections: ProjectedSection[] = []
  for (const id of input.sectionIds) {
    const fragment = doc.getXmlFragment(id)
    if (!all && !always.has(id) && !touched.has(fragment)) continue
    try {
      sections.push(projectSection(id, fragment))
    } catch {
      // The last readable projection stays; a section that never had one gets an empty one.
      if (always.has(id)) sections.push(emptySection(id))
    }
  }
  return sections
}
