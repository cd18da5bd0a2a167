import type { Editor, Mark, Node } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FigureRef, FigureSet } from '../core/figure.ts'
import type { ReportApi } from './report-api.ts'

export interface Form {
  title: string
  description?: string
  size?: 'sm' | 'md' | 'lg'
  render: (close: () => void) => ReactNode
}

export interface Message {
  title: string
  text?: string
  tone?: 'info' | 'good' | 'warn' | 'bad'
  /** What can be done about it while it is shown. */
  action?: { label: string; run: () => void }
}

/** What the surface lends to a block: what it needs from the server, and forms. */
export interface SurfaceTools {
  api: ReportApi
  /** The year that the report accounts for now. */
  readonly year: number
  /** Opens a form over the page; closing it gives the focus back to the text. */
  openForm: (form: Form) => void
  notify: (message: Message) => void
  /** The figures that are on the page now. */
  figures: () => FigureSet
  /** Says where a figure comes from, and what it has been. @param edit changes how it is shown, where that can be */
  showPassport: (ref: FigureRef, edit?: () => void) => void
  /** Opens what is said about the words that are selected, or the form to say something. */
  comment: (editor: Editor | null) => void
  /** Read out politely by screen readers. */
  speak: (text: string) => void
}

export interface ToolAction {
  label: string
  icon: LucideIcon
  isEnabled: (editor: Editor) => boolean
  run: (editor: Editor, tools: SurfaceTools) => void
}

/** A button of the toolbar. */
export interface Tool extends ToolAction {
  /** Buttons of one group stand together. */
  group: 'block' | 'mark' | 'list' | 'insert' | 'comment'
  /** In ProseMirror's notation, "Mod-Shift-8"; bound and shown by the surface. */
  shortcut: string | null
  /** Whether it is on where the caret stands; null for a tool that only puts something in. */
  isActive: null | ((editor: Editor) => boolean)
  /** Changes no text: there for those who may only read, too. */
  whileReading?: boolean
  /** More to do where the caret stands; the button is a menu then. Groups are set apart. */
  menu: null | ToolAction[][]
}

export interface BlockView {
  /** The node with its node view, keys or the like; null where the schema's own is enough. */
  extend: null | ((node: Node) => Node)
  insert: null | Tool[]
}

export interface MarkView {
  extend: null | ((mark: Mark) => Mark)
  insert: null | Tool[]
}
