import * as Y from 'yjs'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { migrateDocument } from '../../documents/migrations/migrate-document.ts'
import type { Migration } from '../../documents/migrations/migration.ts'
import type { MomentSource } from './history-jobs.ts'
import { unpackState } from './packed-state.ts'

/** The document at a moment, in the form of today's editor, whatever form it had then. */
export function rebuildForToday(
  source: MomentSource,
  sectionIds: readonly string[],
  steps: readonly Migration[],
): Y.Doc {
  const doc = rebuild(source, sectionIds)
  if ('packed' in source) migrateDocument(doc, sectionIds, { from: source.editorVersion, to: EDITOR_VERSION }, steps)
  return doc
}

/** The document at a moment: a kept state and the log since. A row that Yjs cannot apply is left out, as in a fold. */
export function rebuild(source: MomentSource, sectionIds: readonly string[]): Y.Doc {
  const unusable = new Set<Uint8Array>()
  for (;;) {
    const doc = new Y.Doc()
    // A decoded document does not know which of its roots are fragments.
    for (const id of sectionIds) doc.getXmlFragment(id)
    if ('packed' in source) Y.applyUpdateV2(doc, unpackState(source.packed))
    else Y.applyUpdate(doc, source.state)
    let current: Uint8Array | null = null
    try {
      doc.transact(() => {
        for (const update of source.updates) {
          current = update
          if (!unusable.has(update)) Y.applyUpdate(doc, update)
        }
      })
      return doc
    } catch (error) {
      if (current === null) throw error
      // An exception leaves the document half changed: start again without that row.
      unusable.add(current)
    }
  }
}
