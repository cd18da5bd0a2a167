import { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { Migration } from '../../documents/migrations/migration.ts'
import { projectSection } from '../../documents/project-section.ts'
import { documentSchema } from '../diff/node-kind.ts'
import { contentKey, converge } from './converge.ts'
import type { RestoreInput, RestoreOutput } from './history-jobs.ts'
import { rebuild, rebuildForToday } from './rebuild.ts'

/** A new change that makes the sections as they were at a moment: all of them, or none where one cannot be. */
export function restoreSections(
  { state, source, sectionIds }: RestoreInput,
  migrations: readonly Migration[],
): RestoreOutput {
  const past = rebuildForToday(source, sectionIds, migrations)
  const now = rebuild({ state, updates: [] }, sectionIds)
  const of = (doc: Y.Doc) => (id: string) => doc.getXmlFragment(id)
  const [current, wanted] = [of(now), of(past)]
  const unreadable = sectionIds.filter(id => !isReadable(id, current(id)) || !isReadable(id, wanted(id)))
  if (unreadable.length > 0) return { update: null, changed: [], unreadable }
  const changed = sectionIds.filter(id => contentKey(current(id)) !== contentKey(wanted(id)))
  const updates: Uint8Array[] = []
  now.on('update', update => updates.push(update))
  now.transact(() => {
    for (const id of changed) converge(current(id), wanted(id))
  })
  const wrong = changed.find(id => contentKey(current(id)) !== contentKey(wanted(id)))
  if (wrong !== undefined) throw new Error(`section ${wrong} did not become what it was`)
  past.destroy()
  now.destroy()
  return { update: updates[0] ?? null, changed, unreadable }
}

/** A node that the schema does not know would be deleted by the first editor that opens the section. */
function isReadable(id: string, fragment: Y.XmlFragment): boolean {
  try {
    Node.fromJSON(documentSchema, JSON.parse(projectSection(id, fragment).content))
    return true
  } catch {
    return false
  }
}
