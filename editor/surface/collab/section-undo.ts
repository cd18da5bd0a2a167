import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

type StackItem = Y.UndoManager['undoStack'][number]
type Stack = 'undoStack' | 'redoStack'

export interface UndoOptions {
  /** Whether a step that is in two histories may be taken: the other section may be written in. It tells the person if not. */
  may: (other: SectionUndo) => boolean
  /** Takes such a step. */
  run: (other: SectionUndo, step: () => void) => void
  /** A step could not be taken; the text is as it was. It tells the person. */
  failed: (error: unknown) => void
}

const ANY_STEP: UndoOptions = {
  may: () => true,
  run: (_other, step) => step(),
  failed: error => {
    throw error
  },
}

/**
 * What one author can take back in one section. It belongs to the room and not to the editor, which is released while
 * its section is far away: the history is there when the section comes near again.
 */
export class SectionUndo extends Y.UndoManager {
  /** Steps that took text from one section to another: they stand in both histories and are taken back in both texts. */
  readonly #joint = new Map<StackItem, SectionUndo>()
  readonly #options: UndoOptions

  constructor(fragment: Y.XmlFragment, options: Partial<UndoOptions> = {}) {
    super(fragment, {
      trackedOrigins: new Set([ySyncPluginKey]),
      deleteFilter: (item: Y.Item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    })
    this.#options = { ...ANY_STEP, ...options }
  }

  /** Makes one step of both histories out of what `change` does to both texts in one transaction. */
  static join(one: SectionUndo, other: SectionUndo, change: () => void): void {
    const [before, otherBefore] = [one.undoStack.at(-1), other.undoStack.at(-1)]
    for (const undo of [one, other]) undo.stopCapturing()
    change()
    for (const undo of [one, other]) undo.stopCapturing()
    const step = one.undoStack.at(-1)
    if (!step || step === before || other.undoStack.at(-1) === otherBefore) return
    other.undoStack.splice(-1, 1, step)
    one.#joint.set(step, other)
    other.#joint.set(step, one)
  }

  override undo(): StackItem | null {
    return this.#step('undoStack', 'redoStack', () => this.#whole('redoStack', () => super.undo()))
  }

  override redo(): StackItem | null {
    return this.#step('redoStack', 'undoStack', () => this.#whole('undoStack', () => super.redo()))
  }

  #step(from: Stack, to: Stack, run: () => StackItem | null): StackItem | null {
    const item = this[from].at(-1)
    const other = item && this.#joint.get(item)
    if (!other) return run()
    if (!this.#options.may(other)) return null
    const { scope } = this
    // Yjs keeps the whole transaction in a step, and takes back what is in scope.
    this.scope = [...scope, ...other.scope]
    try {
      let done: StackItem | null = null
      this.#options.run(other, () => {
        done = run()
      })
      const made = this[to].at(-1)
      other.#drop(item)
      this.#joint.delete(item)
      if (done && made) {
        other[to].push(made)
        this.#joint.set(made, other)
        other.#joint.set(made, this)
      }
      for (const undo of [this, other]) undo.stopCapturing()
      return done
    } finally {
      this.scope = scope
    }
  }

  /**
   * Takes a step whole or not at all. Yjs follows what was put back earlier, and throws where it has forgotten that, since
   * somebody else deleted what it stood in (`redoItem` of 13.6). Until then it has put back only, which goes again.
   */
  #whole(to: Stack, run: () => StackItem | null): StackItem | null {
    const { clientID, store } = this.doc
    const kept = [...this[to]]
    const before = Y.getState(store, clientID)
    try {
      return run()
    } catch (error) {
      const putBack = Y.createDeleteSet()
      putBack.clients.set(clientID, [{ clock: before, len: Y.getState(store, clientID) - before }])
      this.doc.transact(transaction =>
        Y.iterateDeletedStructs(transaction, putBack, struct => {
          if (struct instanceof Y.Item) struct.delete(transaction)
        }),
      )
      this[to] = kept
      this.#options.failed(error)
      return null
    }
  }

  #drop(item: StackItem): void {
    this.#joint.delete(item)
    this.undoStack = this.undoStack.filter(other => other !== item)
    this.redoStack = this.redoStack.filter(other => other !== item)
  }

  /** What can no longer be done again in one of two texts cannot in the other. */
  override clear(undo = true, redo = true): void {
    const gone = [...(undo ? this.undoStack : []), ...(redo ? this.redoStack : [])]
    super.clear(undo, redo)
    for (const item of gone) {
      const other = this.#joint.get(item)
      this.#joint.delete(item)
      if (other) other.#drop(item)
    }
  }

  /** Called by the editor that goes: only what it listened to ends. */
  override destroy(): void {
    this._observers = new Map()
  }

  /** TipTap would put the listeners of the editor before back when the next one starts. */
  get restore(): undefined {
    return undefined
  }

  set restore(_listeners: unknown) {}

  end(): void {
    super.destroy()
  }
}
