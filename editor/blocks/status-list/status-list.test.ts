import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { figureSet, type GivenFigure } from '../../core/data-block/testing/figure-set.ts'
import { type DocumentNode, walk } from '../../core/document-node.ts'
import { EMPTY_FIGURES, figureKey } from '../../core/figure.ts'
import { documentSchema } from '../document-schema.ts'
import { moveOn } from '../move-on.ts'
import { plainText } from '../plain-text.ts'
import { renderHtml } from '../render-html.ts'
import { still } from '../still.ts'
import { statusItemFixture, statusListData, statusListFixture } from './fixture.ts'
import { MANUAL_STATUSES, readStatusItem } from './item.ts'
import { factsText, signText, statusModel } from './model.ts'
import { moveItem } from './move-item.ts'
import { statusList } from './schema.ts'

const NBSP = '\u00a0'
const context = { data: statusListData, imageUrl: String }
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

describe('a goal is moved', () => {
  const state = EditorState.create({ doc: documentSchema.nodeFromJSON(doc({ type: 'paragraph' }, statusListFixture)) })
  const goals = ({ doc: root }: EditorState): string[] => {
    const found: string[] = []
    root.descendants(node => void (node.type.name === 'statusItem' && found.push(node.attrs.goal)))
    return found
  }
  const positions: number[] = []
  state.doc.descendants((node, pos) => void (node.type.name === 'statusItem' && positions.push(pos)))
  const [first = 0, second = 0, third = 0] = positions
  const [one, two, three] = goals(state)

  test.each<[number, 1 | -1, number, (string | undefined)[]]>([
    [first, 1, 2, [two, one, three]],
    [second, -1, 1, [two, one, three]],
    [second, 1, 3, [one, three, two]],
    [third, -1, 2, [one, three, two]],
  ])('from %d by %d it is number %d, with its analysis', (pos, step, place, order) => {
    const moved = moveItem(state, pos, step)
    expect(moved).toMatchObject({ place, of: 3 })
    const after = state.apply(moved?.transaction ?? state.tr)
    expect(goals(after)).toEqual(order)
    expect(after.doc.textContent.length).toBe(state.doc.textContent.length)
    const textOf = (root: EditorState['doc'], goal: string | undefined): string => {
      const texts: string[] = []
      root.descendants(node => {
        if (node.type.name === 'statusItem' && node.attrs.goal === goal) texts.push(node.textContent)
      })
      return texts.join()
    }
    for (const goal of order) expect(textOf(after.doc, goal)).toBe(textOf(state.doc, goal))
    after.doc.check()
  })

  test('nowhere from the ends, or from where no list is', () => {
    expect([moveItem(state, first, -1), moveItem(state, third, 1), moveItem(state, 0, 1)]).toEqual([null, null, null])
  })
})

describe('a goal', () => {
  test('that follows an indicator stands as its target does, and says what that was judged by', () => {
    const model = statusModel(readStatusItem(statusItemFixture), statusListData)
    expect(signText(model)).toBe('× Inte nått')
    expect(factsText(model)).toBe(`Dokumenterat brytpunktssamtal 2023: 47,1${NBSP}%, mål 70,0${NBSP}%`)
  })

  test('stands otherwise as soon as the value does', () => {
    const better: GivenFigure[] = [
      ['malstatus.brytpunktssamtal', 'result', '2023', '71'],
      ['malstatus.brytpunktssamtal', 'target', '2023', '70'],
    ]
    const data = figureSet([{ id: 'malstatus.brytpunktssamtal' }], better)
    expect(signText(statusModel(readStatusItem(statusItemFixture), data))).toBe('✓ Nått')
  })

  test('without figures, or without its indicator, cannot be judged and is no failure', () => {
    const item = readStatusItem(statusItemFixture)
    const { indicators } = statusListData
    expect(signText(statusModel(item, { indicators, figures: {} }))).toBe('– Kan inte bedömas')
    expect(signText(statusModel(item, EMPTY_FIGURES))).toBe('– Kan inte bedömas')
  })

  test('that a person judges has their word with a sign, each its own', () => {
    const signs = MANUAL_STATUSES.map(status =>
      signText(statusModel(readStatusItem({ type: 'statusItem', attrs: { goal: 'G', status } }), EMPTY_FIGURES)),
    )
    expect(new Set(signs).size).toBe(MANUAL_STATUSES.length)
    expect(signText(statusModel(readStatusItem({ type: 'statusItem', attrs: { goal: 'G' } }), EMPTY_FIGURES))).toBe(
      '– Inte bedömt',
    )
  })
})

test('the list asks for what its goals follow, and for nothing else', () => {
  const keys = statusList.figures?.(statusListFixture).map(figureKey) ?? []
  expect(keys).toContain('malstatus.brytpunktssamtal|result|2023|T')
  expect(keys.every(key => key.startsWith('malstatus.brytpunktssamtal|'))).toBe(true)
})

test('analysis is text that is found; goals and figures are no text of the author', () => {
  const html = renderHtml(doc(statusListFixture), context)
  expect(html).toContain('<p>Införs på fyra enheter till hösten.</p>')
  expect(html.match(/data-generated/g)).toHaveLength(5)
  expect(html.match(/data-figure=/g)).toHaveLength(2)
  expect(plainText(doc(statusListFixture), context).split('\n')).toEqual([
    'Mål 2023',
    'Lokal handlingsplan',
    '✓ Klart',
    'Beslutad i nämnden i mars.',
    'Fler brytpunktssamtal',
    '× Inte nått',
    `Dokumenterat brytpunktssamtal 2023: 47,1${NBSP}%, mål 70,0${NBSP}%`,
    'Rutinen är ny och används inte överallt än.',
    'Fler teammöten',
    '→ Pågår',
    'Införs på fyra enheter till hösten.',
    expect.stringContaining('Källa: Senior alert'),
  ])
})

test('next year its goals follow the figures of that year', () => {
  const moved = moveOn(statusListFixture, 1)
  expect(moved.attrs).toMatchObject({ caption: 'Mål 2024', year: 2024 })
  const periods = new Set(statusList.figures?.(moved).map(ref => ref.period))
  expect(periods).toEqual(new Set(['2024', '2023']))
})

test('stands still as a table with its analysis in it, every mark and note whole', () => {
  const note: DocumentNode = { type: 'footnote', content: [{ type: 'text', text: 'Enligt rutin.' }] }
  const noted: DocumentNode = {
    ...statusListFixture,
    content: [{ ...statusItemFixture, content: [{ type: 'paragraph', content: [note] }] }],
  }
  const stilled = still(noted, statusListData)
  const types: string[] = []
  for (const node of stilled) walk(node, ({ type }) => void types.push(type))
  expect(types).toContain('footnote')
  expect(types).not.toContain('statusItem')
  expect(() => documentSchema.nodeFromJSON(doc(...stilled)).check()).not.toThrow()
})

test('an empty list, and one that a merge has broken, is shown and harms nothing', () => {
  const empty: DocumentNode = { type: 'statusList', attrs: { caption: 'Mål' }, content: [] }
  expect(renderHtml(doc(empty), context)).toContain('Mål')
  expect(still(empty, statusListData)).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'Listan har inga mål.' }] },
  ])
})
