import * as Y from 'yjs'
import { seeded } from '#server/collab/testing/seeded.ts'
import { FIRST_KEY, keystroke, opening } from './load/keystrokes.ts'

const PAGES = 100
const SECTIONS = 20
const TYPED = 300
const TYPIST = 4_242
const AUTHORS = [11, 12, 13, 14]
const WORDS =
  'vården följer upp avvikelser och risker tillsammans med medarbetare patienter närstående under året resultatet visar att arbetet behöver stärkas'.split(
    ' ',
  )

/** A document as it is stored, and as it came about. */
export interface BenchDocument {
  /** Names of its fragments; {@link withRoots} gives it others. */
  roots: string[]
  /** All in one, as after a fold, and its state vector. */
  state: Uint8Array
  stateVector: Uint8Array
  /** What a client that has it all answers to somebody who has it all too. */
  deletions: Uint8Array
  /** The same in pieces: the document, then single keystrokes, as it stands in a log. */
  updates: Uint8Array[]
  /** What the last of them brings. */
  last: [client: number, clock: number]
}

/** As long as a section's id, which takes its place in our database. */
const rootOf = (section: number): string => `00000000-0000-4000-8000-${String(section).padStart(12, '0')}`

const random = seeded(12_345)
const words = (count: number): string => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ')

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

const textBlock = (name: string, text: string): Y.XmlElement => element(name, [new Y.XmlText(text)])

const table = (): Y.XmlElement =>
  element(
    'table',
    Array.from({ length: 12 }, (_, row) =>
      element(
        'tableRow',
        Array.from({ length: 6 }, () =>
          element(row ? 'tableCell' : 'tableHeader', [
            textBlock('paragraph', row ? String(random(1_000_000)) : words(1)),
          ]),
        ),
      ),
    ),
  )

function page(number: number): Y.XmlElement[] {
  const blocks = [textBlock('heading', `${number + 1}. ${words(4)}`)]
  for (let paragraph = 0; paragraph < 5; paragraph += 1) blocks.push(textBlock('paragraph', words(70)))
  return number % 5 < 3 ? [...blocks, table()] : blocks
}

/** Two words into the middle of some paragraph, some of them taken back, some made bold. */
function edit(fragment: Y.XmlFragment): void {
  const block = fragment.get(random(fragment.length))
  const text = block instanceof Y.XmlElement && block.nodeName === 'paragraph' ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) return
  let position = random(text.length)
  for (const character of words(2)) {
    text.insert(position, character)
    position += 1
  }
  if (random(2)) for (let key = 0; key < 5 && position > 0; key += 1) text.delete(--position, 1)
  if (random(3) === 0) text.format(random(Math.max(1, text.length - 12)), 10, { bold: {} })
}

/** 100 pages with 60 tables, laid out by one of four people and then edited by all of them, a character at a time. */
export function makeReportDocument(): BenchDocument {
  const roots = Array.from({ length: SECTIONS }, (_, section) => rootOf(section))
  const docs = AUTHORS.map(id => Object.assign(new Y.Doc(), { clientID: id }))
  const [first = new Y.Doc()] = docs
  const exchange = (): void => {
    for (const from of docs) {
      for (const to of docs) {
        if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
      }
    }
  }
  first.transact(() => {
    for (let number = 0; number < PAGES; number += 1) {
      first.getXmlFragment(roots[Math.floor((number * SECTIONS) / PAGES)]).push(page(number))
    }
  })
  exchange()
  for (let round = 0; round < 20; round += 1) {
    for (const doc of docs) for (let time = 0; time < 25; time += 1) edit(doc.getXmlFragment(roots[random(SECTIONS)]))
    exchange()
  }
  const typed = Array.from({ length: TYPED }, (_, key) => keystroke(TYPIST, FIRST_KEY + key))
  const updates = [Y.encodeStateAsUpdate(first), opening(TYPIST, roots[0] ?? ''), ...typed]
  for (const update of updates.slice(1)) Y.applyUpdate(first, update)
  const stateVector = Y.encodeStateVector(first)
  return {
    roots,
    state: Y.encodeStateAsUpdate(first),
    stateVector,
    deletions: Y.encodeStateAsUpdate(first, stateVector),
    updates,
    last: [TYPIST, FIRST_KEY + TYPED],
  }
}

/** The same text in fragments of other names, which must be as long: a name stands in a state with its length. */
export function withRoots(state: Uint8Array, from: string[], to: string[]): Uint8Array {
  let bytes = Buffer.from(state).toString('latin1')
  for (const [index, name] of from.entries()) bytes = bytes.replaceAll(name, to[index] ?? name)
  return Buffer.from(bytes, 'latin1')
}
