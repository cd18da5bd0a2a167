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
  readonly #undo = new SectionUndo(this.fragment)

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

test(`what several write in one section and then merge, every editor can show (seed ${seed})`, {
  timeout: 60_000 + Number(runs) * 100,
}, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }), steps => {
      const pen = new Pen()
      const authors = Array.from({ length: AUTHORS }, () => new Author())
      const meet = (): void => {
        for (const one of authors) for (const other of authors) one.hear(other)
        for (const author of authors) author.look()
      }
      for (const { who, does, ...choice } of steps) {
        const author = authors[who] as Author
        if (does === 'meet') meet()
        else if (does === 'undo' || does === 'redo') author.takeBack(does)
        else author.edit(does, choice, pen)
        author.look()
      }
      meet()
      for (const author of authors) expect(author.fragment.toString()).toBe(authors[0]?.fragment.toString())
    }),
    { numRuns: Number(runs), seed: Number(seed) },
  )
})
