// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { documentSchema } from '../../blocks/document-schema.ts'
import { documentExtensions } from '../../blocks/extensions.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import type { Message } from '../block-view.ts'
import { JointChanges } from '../collab/joint-changes.ts'
import { OpenViews } from '../collab/open-views.ts'
import { SectionUndo } from '../collab/section-undo.ts'
import { Store } from '../store.ts'
import { StructureStore } from '../structure/structure-store.ts'
import { agreeingApi, sampleSection, sampleStructure } from '../testing/sample-structure.ts'
import { MoveText, moveStep } from './move-text.ts'
import { movedText } from './moved-text.ts'
import { Mover } from './mover.ts'

const editors: Editor[] = []
beforeAll(() => {
  // jsdom lays nothing out, and ProseMirror scrolls to the selection.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
})
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

/** A report of which only section a has an editor. */
function report(target: Partial<SectionStructure> = {}) {
  const doc = new Y.Doc()
  const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
  for (const [id, words] of Object.entries({ a: ['ett', 'två'], b: ['bb'] }))
    prosemirrorJSONToYXmlFragment(documentSchema, { type: 'doc', content: words.map(text) }, doc.getXmlFragment(id))
  const views = new OpenViews()
  const joint = new JointChanges(doc)
  const undo = new Map(['a', 'b'].map(id => [id, new SectionUndo(doc.getXmlFragment(id))]))
  const undoOf = (id: string): SectionUndo => undo.get(id) ?? new SectionUndo(doc.getXmlFragment(id))
  const open = (id: string): Editor => {
    const editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: [
        ...documentExtensions,
        MoveText.configure({ mover, sectionId: id }),
        Collaboration.configure({ fragment: doc.getXmlFragment(id), yUndoOptions: { undoManager: undoOf(id) } }),
      ],
    })
    editors.push(editor)
    views.add(id, editor.view)
    return editor
  }
  const whole = sampleStructure([sampleSection('a'), sampleSection('b', target)])
  const changes: object[] = []
  const store = new StructureStore(
    whole,
    agreeingApi(whole, { changeSection: async (id, change) => void changes.push({ id, ...change }) }),
  )
  const told: Message[] = []
  const spoken = new Store('')
  const mover = new Mover({
    structure: store,
    spoken,
    tools: { notify: message => void told.push(message) },
    room: () => ({
      doc,
      views,
      move: (from, to, write) =>
        joint.record([from, to], () => (from === to ? write() : SectionUndo.join(undoOf(from), undoOf(to), write))),
    }),
  })
  const a = open('a')
  const read = (): string[] =>
    ['a', 'b'].map(id =>
      doc
        .getXmlFragment(id)
        .toString()
        .replaceAll('</paragraph><paragraph>', '|')
        .replaceAll(/<[^>]*>/g, ''),
    )
  const moveTwo = (): boolean => {
    const moved = movedText(a.state.doc, TextSelection.create(a.state.doc, 6, 9))
    if (!moved) throw new Error('nothing is selected')
    return mover.move({ sectionId: 'a', view: a.view, moved }, { sectionId: 'b', at: node => node.content.size })
  }
  return { doc, a, open, mover, moveTwo, read, told, spoken, changes, undoOf }
}

test('text goes into a section that has no editor, and the caret follows when it gets one', () => {
  const { moveTwo, read, open, spoken, undoOf } = report()
  expect(moveTwo()).toBe(true)
  expect(read()).toEqual(['ett', 'bb|två'])
  expect(spoken.getSnapshot()).toBe('Texten flyttades till b Avsnitt b.')
  const b = open('b')
  expect(b.state.doc.textBetween(b.state.selection.from, b.state.selection.to)).toBe('två')
  undoOf('b').undo()
  expect(read()).toEqual(['ett|två', 'bb'])
})

test('the first text in a section begins it', () => {
  const { moveTwo, changes } = report({ status: 'empty' })
  moveTwo()
  expect(changes).toEqual([{ id: 'b', status: 'draft' }])
})

test.each([
  ['locked', { mayWrite: false, lockedAt: '2024-01-01T00:00:00Z' }, 'b Avsnitt b är låst'],
  ['not one’s own', { mayWrite: false }, 'Du får inte skriva i b Avsnitt b'],
  ['not applicable', { notApplicableReason: 'Görs inte.' }, 'b Avsnitt b är markerat som ej tillämpligt'],
])('a section that is %s takes nothing, and says so', (_what, target, title) => {
  const { moveTwo, read, told, undoOf } = report(target)
  expect(moveTwo()).toBe(false)
  expect(read()).toEqual(['ett|två', 'bb'])
  expect(told).toEqual([{ title, text: 'Texten står kvar där den stod.', tone: 'warn' }])
  expect(undoOf('a').undoStack).toEqual([])
})

test('a section with something that this editor does not know is left alone', () => {
  const { doc, moveTwo, told } = report()
  doc.getXmlFragment('b').push([new Y.XmlElement('hologram')])
  expect(moveTwo()).toBe(false)
  expect(told[0]?.title).toBe('b Avsnitt b går inte att ändra här')
  expect(doc.getXmlFragment('b').toString()).toBe('<paragraph>bb</paragraph><hologram></hologram>')
})

test.each([1, -1] as const)('a step of %i within the section: others’ words stay in their paragraph', direction => {
  const { doc, mover, read, a } = report()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  a.commands.setTextSelection(direction === 1 ? 2 : 7)
  moveStep(a.view, { mover, sectionId: 'a' }, direction)
  expect(read()).toEqual(['två|ett', 'bb'])
  for (const index of [0, 1]) {
    const text = (other.getXmlFragment('a').get(index) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(3, ' deras')
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'remote')
  expect(read()).toEqual(['två deras|ett deras', 'bb'])
  a.commands.undo()
  // The neighbour's late words stay where they were written last.
  expect(read()[0]?.split('|').filter(Boolean).toSorted().join('|')).toBe(
    direction === 1 ? ' deras|ett deras|två' : ' deras|ett|två deras',
  )
})

test('a step takes a block by its caret, several that are selected, and an item within its list', () => {
  const { a, mover, read } = report()
  const step = (direction: 1 | -1): boolean => moveStep(a.view, { mover, sectionId: 'a' }, direction)
  a.commands.setContent('<p>ett</p><p>två</p><ul><li><p>x</p></li><li><p>y</p></li></ul><p>tre</p>')
  a.commands.setTextSelection({ from: 2, to: 8 })
  step(1)
  expect(read()[0]).toBe('xyett|två|tre')
  expect(a.state.doc.textBetween(a.state.selection.from, a.state.selection.to, '|')).toBe('tt|tv')
  // In its list first; past the end of that, the whole list.
  a.commands.setTextSelection(4)
  step(1)
  expect(read()[0]).toBe('yxett|två|tre')
  step(1)
  expect(read()[0]).toBe('ettyxtvå|tre')
})

test('a drop that hits no place in the text moves nothing, and is not left to the browser', () => {
  const { a, open, read } = report()
  const b = open('b')
  vi.spyOn(b.view, 'posAtCoords').mockReturnValue(null)
  const drop = (): boolean => !b.view.dom.dispatchEvent(new Event('drop', { bubbles: true, cancelable: true }))
  expect(drop()).toBe(false)
  a.view.dragging = { slice: a.state.doc.slice(5, 10), move: true }
  expect(drop()).toBe(true)
  expect(read()).toEqual(['ett|två', 'bb'])
})
