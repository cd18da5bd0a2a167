// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentExtensions } from '../../blocks/extensions.ts'
import { SectionUndo } from './section-undo.ts'

function open(doc: Y.Doc, undo: SectionUndo): Editor {
  return new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [
      ...documentExtensions,
      Collaboration.configure({ fragment: doc.getXmlFragment('s'), yUndoOptions: { undoManager: undo } }),
    ],
  })
}

test('what was written in an editor that has been released can be taken back in the next one', () => {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  doc.getXmlFragment('s').insert(0, [new Y.XmlElement('paragraph')])
  const undo = new SectionUndo(doc.getXmlFragment('s'))
  const first = open(doc, undo)
  first.commands.insertContentAt(1, 'Mitt.')
  first.destroy()

  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const theirs = new Y.XmlElement('paragraph')
  theirs.insert(0, [new Y.XmlText('Deras.')])
  other.getXmlFragment('s').insert(1, [theirs])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'remote')

  const second = open(doc, undo)
  expect(second.getText({ blockSeparator: '|' })).toBe('Mitt.|Deras.')
  undo.stopCapturing()
  second.commands.insertContentAt(second.state.doc.content.size - 1, ' Och mitt.')
  expect(undo.undoStack).toHaveLength(2)
  second.commands.undo()
  expect(second.getText({ blockSeparator: '|' })).toBe('Mitt.|Deras.')
  second.commands.undo()
  expect(second.getText({ blockSeparator: '|' })).toBe('|Deras.')
  second.commands.redo()
  expect(second.getText({ blockSeparator: '|' })).toBe('Mitt.|Deras.')
  second.destroy()
  undo.end()
})
