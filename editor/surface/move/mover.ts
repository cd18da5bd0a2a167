import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { updateYFragment, ySyncPluginKey, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { documentSchema } from '../../blocks/document-schema.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import type { Room } from '../collab/room.ts'
import { mayWriteIn } from '../structure/may-write.ts'
import type { Surface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { sectionElementId } from '../text/places.ts'
import { unknownContent } from '../text/unknown-content.ts'
import type { MovedText, Step } from './moved-text.ts'
import { type Placed, withoutText, withText } from './place-text.ts'
import { stepBlocks } from './step-blocks.ts'
import { sv } from './sv.ts'

type Refusal = keyof typeof sv.refused

/** Where text is taken from: a section that has an editor. */
export interface Source {
  sectionId: string
  view: EditorView
  moved: MovedText
}

/** A section, and the place in its text: a position, or what finds one in the text as it stands. */
export interface Target {
  sectionId: string
  at: (doc: Node) => number
}

type MovingRoom = Pick<Room, 'doc' | 'views' | 'move'>

interface MoverSurface {
  structure: Pick<Surface['structure'], 'getSnapshot' | 'change'>
  spoken: Pick<Surface['spoken'], 'set'>
  tools: Pick<Surface['tools'], 'notify'>
  /** The document that is shown; null until the server has been reached. */
  room: () => MovingRoom | null
}

/** Moves text from one section of the report to another, as one change that is done as a whole or not at all. */
export class Mover {
  readonly #surface: MoverSurface

  constructor(surface: MoverSurface) {
    this.#surface = surface
  }

  /** Whether anything may be put into or taken out of the section now; says why not. */
  allows(sectionId: string, text = sv.stays): boolean {
    const { structure } = this.#surface.structure.getSnapshot()
    const section = structure.sections.find(one => one.id === sectionId)
    if (!section) return false
    if (!mayWriteIn(structure, sectionId)) {
      this.#refuse(section.lockedAt || structure.report.lockedAt ? 'locked' : 'rights', section, text)
      return false
    }
    if (section.notApplicableReason !== null) {
      this.#refuse('notApplicable', section, text)
      return false
    }
    return true
  }

  /** @returns whether the text went there; the person is told if not */
  move(from: Source, to: Target): boolean {
    const room = this.#surface.room()
    const section = this.#section(to.sectionId)
    if (!room || !section || !this.allows(from.sectionId) || !this.allows(to.sectionId)) return false
    const state = this.#stateOf(room, to.sectionId)
    if (!state) return this.#refuse('unknown', section)
    const placed = withText(state, to.at(state.doc), from.moved.slice)
    if (!placed) return this.#refuse('noPlace', section)
    const left = withoutText(from.view.state, from.moved)
    room.move(from.sectionId, to.sectionId, () => {
      const write = (sectionId: string, doc: Node): void =>
        updateYFragment(room.doc, room.doc.getXmlFragment(sectionId), doc, { mapping: new Map(), isOMark: new Map() })
      room.doc.transact(() => {
        write(from.sectionId, left)
        write(to.sectionId, placed.doc)
      }, ySyncPluginKey)
    })
    this.#begun(section)
    this.#surface.spoken.set(sv.moved(words.sectionName(section.number, section.heading)))
    this.#goTo(room, to.sectionId, placed)
    return true
  }

  /** One step up or down among the blocks around it. @returns whether there was a neighbour on that side */
  step(sectionId: string, step: Step, direction: 1 | -1): boolean {
    const room = this.#surface.room()
    const write = room && stepBlocks(room.doc.getXmlFragment(sectionId), step, direction)
    if (!room || !write) return false
    room.move(sectionId, sectionId, () => room.doc.transact(write, ySyncPluginKey))
    return true
  }

  /** A move that stays in its section. */
  moveWithin(sectionId: string, view: EditorView, tr: Transaction): void {
    this.#surface.room()?.move(sectionId, sectionId, () => view.dispatch(tr.scrollIntoView()))
  }

  /** The section before or after another one. */
  beside(sectionId: string, direction: 1 | -1): SectionStructure | null {
    const { sections } = this.#surface.structure.getSnapshot().structure
    return sections[sections.findIndex(one => one.id === sectionId) + direction] ?? null
  }

  /** The section from which something is being dragged. */
  dragged(): { sectionId: string; view: EditorView } | null {
    const found = this.#surface.room()?.views.dragging()
    return found ? { sectionId: found[0], view: found[1] } : null
  }

  #section(sectionId: string): SectionStructure | undefined {
    return this.#surface.structure.getSnapshot().structure.sections.find(one => one.id === sectionId)
  }

  /** Of the section's editor, or of its text where it has none; null where no editor may open it. */
  #stateOf(room: MovingRoom, sectionId: string): EditorState | null {
    const view = room.views.of(sectionId)
    if (view) return view.state
    const fragment = room.doc.getXmlFragment(sectionId)
    if (unknownContent(fragment, documentSchema).length > 0) return null
    return EditorState.create({ doc: yXmlFragmentToProseMirrorRootNode(fragment, documentSchema) })
  }

  /** The first words in a section begin it. */
  #begun({ id, status, maySetStatus }: SectionStructure): void {
    if (status === 'empty' && maySetStatus) void this.#surface.structure.change(id, { status: 'draft' })
  }

  /** The caret goes along; a section that is far away gets its editor first. */
  #goTo(room: MovingRoom, sectionId: string, { from, to }: Placed): void {
    if (!room.views.of(sectionId))
      document.getElementById(sectionElementId(sectionId))?.scrollIntoView({ block: 'nearest' })
    room.views.await(sectionId, view => {
      const { doc, tr } = view.state
      const [start, end] = [from, to].map(pos => doc.resolve(Math.min(pos, doc.content.size)))
      if (!start || !end) return
      view.dispatch(tr.setSelection(TextSelection.between(start, end)).scrollIntoView())
      view.focus()
    })
  }

  #refuse(why: Refusal, { number, heading }: SectionStructure, text = sv.stays): false {
    const title = sv.refused[why](words.sectionName(number, heading))
    this.#surface.spoken.set(`${title}. ${text}`)
    this.#surface.tools.notify({ title, text, tone: 'warn' })
    return false
  }
}
