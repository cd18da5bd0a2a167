import { EditorState, type Transaction } from '@tiptap/pm/state'
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import { SectionUndo } from '#editor/surface/collab/section-undo.ts'
import { charactersIn, charactersOf, Pen, without } from './histories/characters.ts'
import { EDITS, type EditName } from './histories/edits.ts'
import { mended } from './histories/mended.ts'

/** More with `SAMSKRIFT_MERGES=20000`, others with `SAMSKRIFT_MERGES_SEED`. */
const { SAMSKRIFT_MERGES: runs = '300', SAMSKRIFT_MERGES_SEED: seed = '20240611' } = process.env
const AUTHORS = 3
const SECTION = 'a'

const step = fc.record({
  who: fc.nat(AUTHORS - 1),
  does: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(Object.keys(EDITS) as EditName[])) },
    { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.constant('meet' as const) },
  ),
  at: fc.nat(400),
  size: fc.nat(12),
})

class Author {
  readonly #doc = new Y.Doc()
  readonly #undo = new SectionUndo(this.fragment, {
    failed: () => {
      this.failed += 1
    },
  })
  /** Steps that could not be taken. */
  failed = 0

  get fragment(): Y.XmlFragment {
    return this.#doc.getXmlFragment(SECTION)
  }

  /** What stands in the text is what an editor shows: what it cannot show it deletes, for everybody. */
  look(): void {
    const standing = charactersIn(this.fragment)
    const { doc: shown } = initProseMirrorDoc(this.fragment, documentSchema)
    expect(without(standing, charactersOf(JSON.stringify(shown)))).toEqual([])
    shown.check()
  }

  edit(name: EditName, choice: { at: number; size: number }, pen: Pen): void {
    const { doc: shown, meta } = initProseMirrorDoc(this.fragment, documentSchema)
    const put = ({ doc }: Transaction): void => {
      doc.check()
      this.#doc.transact(() => updateYFragment(this.#doc, this.fragment, doc, meta), ySyncPluginKey)
    }
    const state = mended(EditorState.create({ doc: shown, schema: documentSchema }), put)
    EDITS[name](choice, count => pen.next(count))(state, put)
    this.#undo.stopCapturing()
  }

  takeBack(how: 'undo' | 'redo'): void {
    this.#undo[how]()
  }

  hear(other: Author): void {
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(other.#doc, Y.encodeStateVector(this.#doc)))
  }
}

interface Step {
  who: number
  does: EditName | 'undo' | 'redo' | 'meet'
  at: number
  size: number
}

class Meeting {
  readonly authors: Author[]
  readonly #pen = new Pen()

  constructor(authors: number) {
    this.authors = Array.from({ length: authors }, () => new Author())
  }

  take({ who, does, ...choice }: Step): void {
    const author = this.authors[who] as Author
    if (does === 'meet') this.meet()
    else if (does === 'undo' || does === 'redo') author.takeBack(does)
    else author.edit(does, choice, this.#pen)
    author.look()
  }

  meet(): void {
    for (const one of this.authors) for (const other of this.authors) one.hear(other)
    for (const author of this.authors) author.look()
  }
}

test(`what several write in one section and then merge, every editor can show (seed ${seed})`, {
  timeout: 60_000 + Number(runs) * 100,
}, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }), steps => {
      const meeting = new Meeting(AUTHORS)
      for (const one of steps) meeting.take(one)
      meeting.meet()
      const [first, ...others] = meeting.authors.map(({ fragment }) => fragment.toString())
      for (const other of others) expect(other).toBe(first)
    }),
    { numRuns: Number(runs), seed: Number(seed) },
  )
})

test('a step that cannot be taken back leaves the text as it was, and says so', () => {
  const meeting = new Meeting(2)
  const [mine] = meeting.authors as [Author, Author]
  const take = (who: number, does: Step['does'], at = 0, size = 0): void => meeting.take({ who, does, at, size })
  take(0, 'write')
  take(0, 'erase', 0, 2)
  take(0, 'figures')
  take(0, 'write')
  take(0, 'moveBlock', 1)
  take(0, 'undo')
  take(0, 'meet')
  take(0, 'undo')
  take(1, 'moveBlock', 1)
  take(0, 'write')
  take(0, 'meet')
  // Yjs has forgotten the block that was put back, since the other one has moved it.
  const before = mine.fragment.toString()
  take(0, 'undo')
  expect(mine.failed).toBe(1)
  expect(mine.fragment.toString()).toBe(before)
  take(0, 'write')
  take(0, 'undo')
  expect(mine.fragment.toString()).toBe(before)
  expect(mine.failed).toBe(1)
  take(0, 'meet')
})
