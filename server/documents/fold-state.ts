import * as Y from 'yjs'
import { packState } from '../history/work/packed-state.ts'
import type { FoldInput, FoldOutput, ProjectedSection } from './jobs.ts'
import { migrateDocument } from './migrations/migrate-document.ts'
import type { Migration } from './migrations/migration.ts'
import { emptySection, projectSection } from './project-section.ts'

/** Applies the log to the state in a throw-away Y.Doc, and what migrations are due. Runs in the worker thread: 100 pages take 260-280 ms. */
export function foldState(input: FoldInput, migrations: readonly Migration[]): FoldOutput {
  const unusable = new Set<number>()
  for (;;) {
    const attempt = replay(input, unusable)
    if ('failedAt' in attempt) {
      // An exception leaves the Y.Doc half changed: start again without that row.
      unusable.add(attempt.failedAt)
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
      unusable: [...unusable],
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

function replay(input: FoldInput, without: Set<number>): { doc: Y.Doc; touched: Touched } | { failedAt: number } {
  const doc = new Y.Doc()
  for (const id of input.sectionIds) doc.getXmlFragment(id)
  Y.applyUpdate(doc, input.state)
  const touched: Touched = new Set()
  doc.on('afterTransaction', transaction => {
    for (const type of transaction.changedParentTypes.keys()) touched.add(type)
  })
  let current = 0
  try {
    doc.transact(() => {
      for (const { seq, data } of input.updates) {
        current = seq
        if (!without.has(seq)) Y.applyUpdate(doc, data)
      }
    })
  } catch (error) {
    if (current === 0) throw error
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
