import type { Editor } from '@tiptap/core'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { LastPeriod } from '../core/last-period.ts'
import type { SurfaceTools } from './block-view.ts'
import type { Connection } from './collab/connection.ts'
import type { CommentStore } from './comments/comment-store.ts'
import type { FieldDrafts } from './fields/field-drafts.ts'
import type { FigureStore } from './figures/figure-store.ts'
import type { FindStore } from './find/find-store.ts'
import type { LooseTexts } from './loose/loose-texts.ts'
import type { Mover } from './move/mover.ts'
import type { FollowStore } from './presence/follow-store.ts'
import type { PresenceStore } from './presence/presence-store.ts'
import type { QuietStore } from './presence/quiet-store.ts'
import type { ReadStore, Store } from './store.ts'
import type { StructureStore } from './structure/structure-store.ts'
import type { Dragging } from './units/use-reorder.ts'

/** The section whose editor has, or had last, the focus; the toolbar acts on it. */
export interface ActiveEditor {
  sectionId: string
  editor: Editor
}

/** The contributor's form: sections of their own alone, in one column. */
export interface OwnForm {
  /** What stood there the last time; null where there is no earlier report. */
  last: LastPeriod | null
}

/** What the parts of one open report share. Its identity never changes; the stores do. */
export interface Surface {
  reportId: string
  /** Null where the whole report is open. */
  ownForm: OwnForm | null
  connection: Connection
  structure: StructureStore
  /** What is typed into fields and not saved yet. */
  drafts: FieldDrafts
  /** The unit or row that is being dragged. */
  dragging: Store<Dragging | null>
  figures: FigureStore
  comments: CommentStore
  presence: PresenceStore
  following: FollowStore
  quiet: QuietStore
  /** Of carets and avatars; nobody's changes while the report is open. */
  colourOf: (userId: string) => string
  active: Store<ActiveEditor | null>
  find: FindStore
  mover: Mover
  loose: LooseTexts
  /** Read out politely by screen readers. */
  spoken: Store<string>
  tools: SurfaceTools
}

export const SurfaceContext = createContext<Surface | null>(null)

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext)
  if (!surface) throw new Error('This part belongs inside a ReportSurface')
  return surface
}

/** @param select picks from the snapshot a value that keeps its identity while it is the same */
export function useStore<T, S = T>(store: ReadStore<T>, select: (value: T) => S = value => value as unknown as S): S {
  const read = (): S => select(store.getSnapshot())
  return useSyncExternalStore(store.subscribe, read, read)
}
