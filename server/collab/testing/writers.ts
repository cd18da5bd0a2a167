import * as Y from 'yjs'
import type { seeded } from './seeded.ts'

export const SECTIONS = ['a', 'b', 'c', 'd']

/** Root of a type that is in a document. */
export function rootOf(type: unknown): string {
  let top = type as Y.AbstractType<unknown>
  while (top._item) top = top._item.parent as Y.AbstractType<unknown>
  return Y.findRootTypeKey(top)
}

function elementsIn(fragment: Y.XmlFragment): Y.XmlFragment[] {
  return [fragment, ...fragment.toArray().flatMap(child => (child instanceof Y.XmlElement ? elementsIn(child) : []))]
}

function textsIn(fragment: Y.XmlFragment): Y.XmlText[] {
  return elementsIn(fragment).flatMap(element => element.toArray().filter(child => child instanceof Y.XmlText))
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

function table(): Y.XmlElement {
  const made = new Y.XmlElement('table')
  const row = new Y.XmlElement('tableRow')
  const cell = new Y.XmlElement('tableCell')
  cell.insert(0, [paragraph('cell')])
  row.insert(0, [cell])
  made.insert(0, [row])
  return made
}

/** Somebody who writes what occurs to them: paragraphs, nested tables, words, forms, attributes, deletions, undo. */
export class Writer {
  readonly doc = new Y.Doc()
  private readonly undo: Y.UndoManager

  constructor(
    client: number,
    private readonly random: ReturnType<typeof seeded>,
    private readonly sections: readonly string[] = SECTIONS,
  ) {
    this.doc.clientID = client
    this.undo = new Y.UndoManager(SECTIONS.map(id => this.doc.getXmlFragment(id)))
  }

  /** One transaction in one section or, now and then, in two. */
  act(): void {
    const what = this.random(20)
    if (what === 0) this.undo.undo()
    else if (what === 1) this.undo.redo()
    else if (what === 2) this.undo.stopCapturing()
    else if (what === 3) this.move()
    else this.doc.transact(() => this.change(this.doc.getXmlFragment(this.pick(this.sections))))
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.random(from.length)] as T
  }

  /** From one section to another: gone here, made anew there. */
  private move(): void {
    const from = this.doc.getXmlFragment(this.pick(this.sections))
    const to = this.doc.getXmlFragment(this.pick(this.sections))
    if (from.length === 0) return
    this.doc.transact(() => {
      const block = from.get(this.random(from.length))
      const copy = block.clone() as Y.XmlElement
      from.delete(from.toArray().indexOf(block), 1)
      to.insert(this.random(to.length + 1), [copy])
    })
  }

  private change(fragment: Y.XmlFragment): void {
    const element = this.pick(elementsIn(fragment))
    const texts = textsIn(fragment)
    const what = this.random(9)
    if (what === 0) element.insert(this.random(element.length + 1), [this.random(3) ? paragraph('text') : table()])
    else if (what === 1 && element.length > 0) this.delete(element)
    else if (what === 2 && element instanceof Y.XmlElement) {
      if (this.random(4)) element.setAttribute(this.pick(['level', 'id']), String(this.random(9)))
      else element.removeAttribute('level')
    } else if (texts.length === 0) fragment.push([paragraph('')])
    else this.write(this.pick(texts), what)
  }

  private delete(element: Y.XmlFragment): void {
    const at = this.random(element.length)
    element.delete(at, 1 + this.random(Math.min(2, element.length - at)))
  }

  private write(text: Y.XmlText, what: number): void {
    const at = this.random(text.length + 1)
    const rest = text.length - at
    if (what === 3 && rest > 0) text.delete(at, 1 + this.random(rest))
    else if (what === 4 && rest > 0) {
      text.format(at, 1 + this.random(rest), { [this.pick(['bold', 'italic'])]: this.random(2) ? {} : null })
    } else text.insert(at, 'word'.slice(this.random(3)), this.random(3) ? undefined : { bold: {} })
  }
}
