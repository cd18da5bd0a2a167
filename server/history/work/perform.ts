import * as Y from 'yjs'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { withoutComments } from '#editor/marks/comment/without-comments.ts'
import { markWords } from '../../comments/work/mark-words.ts'
import type { ProjectedSection } from '../../documents/jobs.ts'
import type { Migration } from '../../documents/migrations/migration.ts'
import { projectSection } from '../../documents/project-section.ts'
import { diffSection } from '../diff/diff-section.ts'
import type { SectionDiff } from '../diff/section-diff.ts'
import { appendBlocks } from './append-blocks.ts'
import type { HistoryJobs, MomentSource } from './history-jobs.ts'
import { packState } from './packed-state.ts'
import { readSessions } from './read-sessions.ts'
import { rebuild, rebuildForToday } from './rebuild.ts'
import { restoreSections } from './restore-sections.ts'

type Work = { [N in keyof HistoryJobs]: (input: HistoryJobs[N]['input']) => HistoryJobs[N]['output'] }

/** The worker thread's side of {@link HistoryJobs}. @param migrations by which a text of earlier versions is read */
export const historyWork = (migrations: readonly Migration[]): Work => ({
  pack: ({ state }) => packState(state),
  packMoment: ({ source }) => packState(Y.encodeStateAsUpdate(rebuild(source, []))),
  read: ({ source, sectionIds }) => sectionsOf(source, sectionIds, migrations),
  compare: ({ before, after, sectionIds }) => {
    const [old, now] = [before, after].map(source => sectionsOf(source, sectionIds, migrations))
    return JSON.stringify(sectionIds.map((id, index) => compared(id, old?.[index], now?.[index])))
  },
  restore: input => restoreSections(input, migrations),
  append: appendBlocks,
  mark: markWords,
  sessions: readSessions,
})

type Section = ProjectedSection | null | undefined

function compared(id: string, before: Section, after: Section): SectionDiff {
  if (!before || !after) return { sectionId: id, change: 'unreadable', blocks: [] }
  const [old, now] = [before, after].map(({ content }) => JSON.parse(content) as DocumentNode)
  return diffSection(id, old ?? { type: 'doc' }, now ?? { type: 'doc' })
}

function sectionsOf(
  source: MomentSource,
  sectionIds: string[],
  migrations: readonly Migration[],
): (ProjectedSection | null)[] {
  const doc = rebuildForToday(source, sectionIds, migrations)
  const sections = sectionIds.map(id => {
    try {
      const section = projectSection(id, doc.getXmlFragment(id))
      return { ...section, content: JSON.stringify(withoutComments(JSON.parse(section.content) as DocumentNode)) }
    } catch {
      return null
    }
  })
  doc.destroy()
  return sections
}
