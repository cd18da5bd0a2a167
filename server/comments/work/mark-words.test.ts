import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { threadsIn, withoutComments } from '#editor/marks/comment/without-comments.ts'
import { seeded } from '../../collab/testing/seeded.ts'
import { chooseWords } from '../testing/choose-words.ts'
import { markWords } from './mark-words.ts'

const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks.length && { marks: marks.map(type => ({ type })) }),
})

function written(...content: DocumentNode[]): Y.Doc {
  const doc = new Y.Doc()
  prosemirrorJSONToYXmlFragment(documentSchema, { type: 'doc', content }, doc.getXmlFragment('s'))
  return doc
}

const json = (doc: Y.Doc): DocumentNode => yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('s')) as DocumentNode

function mark(doc: Y.Doc, thread: string, first: string, last = first): string | null {
  const { from, to, words } = chooseWords(doc, 's', first, last)
  const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
  const state = Y.encodeStateAsUpdate(doc)
  const marked = markWords({ state, sectionId: 's', thread, from: bytes(from), to: bytes(to), words })
  if (marked) Y.applyUpdate(doc, marked.update)
  return marked?.quote ?? null
}

const marksIn = (node: DocumentNode): string[] => [
  ...(node.marks ?? []).map(({ attrs }) => `${attrs?.thread ?? ''}:${node.text}`),
  ...(node.content ?? []).flatMap(marksIn),
]

describe('the mark', () => {
  test('is the one that the editor’s binding reads and writes, on words of several forms', () => {
    const doc = written(paragraph(text('Fallen '), text('minskade', 'bold'), text(' i år')))
    const before = json(doc)
    expect(mark(doc, 't', 'Fallen minskade')).toBe('Fallen minskade')
    expect(marksIn(json(doc))).toEqual(expect.arrayContaining(['t:Fallen ', 't:minskade']))
    // Written by the binding itself, the same document comes out.
    const again = written(...(json(doc).content ?? []))
    expect(again.getXmlFragment('s').toString()).toBe(doc.getXmlFragment('s').toString())
    expect(withoutComments(json(doc))).toEqual(before)
  })

  test('of several threads on the same words are there beside each other', () => {
    const doc = written(paragraph(text('Fallen minskade under året')))
    mark(doc, 'a', 'Fallen minskade')
    mark(doc, 'b', 'minskade under')
    mark(doc, 'c', 'minskade')
    expect(marksIn(json(doc)).toSorted()).toEqual(
      ['a:Fallen ', 'a:minskade', 'b: under', 'b:minskade', 'c:minskade'].toSorted(),
    )
    expect(threadsIn(json(doc)).toSorted()).toEqual(['a', 'b', 'c'])
  })

  test('covers what lies between its ends, in lists and tables too', () => {
    const item = (words: string): DocumentNode => ({ type: 'listItem', content: [paragraph(text(words))] })
    const doc = written(
      paragraph(text('Ett')),
      { type: 'bulletList', content: [item('Två'), item('Tre')] },
      paragraph(),
    )
    expect(mark(doc, 'a', 'tt', 'Tr')).toBe('tt\nTvå\nTr')
    expect(marksIn(json(doc))).toEqual(['a:tt', 'a:Två', 'a:Tr'])
  })
})

test('taken out, whatever the words and however they overlap, the text is what it was', () => {
  const random = seeded(7)
  for (let round = 0; round < 60; round += 1) {
    const sentence = Array.from({ length: 12 }, (_, index) => `ord${index}`).join(' ')
    const doc = written(paragraph(text(sentence)), paragraph(text(sentence.toUpperCase(), 'italic')))
    const before = json(doc)
    for (let thread = 0; thread < 4; thread += 1) {
      const [first, last] = [`ord${random(10)}`, random(2) ? `ORD${random(10)}` : 'ord11']
      mark(doc, `t${thread}`, first, last)
    }
    expect(threadsIn(json(doc)).length).toBeGreaterThan(0)
    expect(withoutComments(json(doc))).toEqual(before)
  }
})
