import { describe, expect, test } from 'vitest'
import { indicatorTableFixture } from '#editor/blocks/indicator-table/fixture.ts'
import { orderedListFixture } from '#editor/blocks/list/fixture.ts'
import { tableFixture } from '#editor/blocks/table/fixture.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { seeded } from '../../collab/testing/seeded.ts'
import { diffSection } from './diff-section.ts'
import type { BlockDiff, InlineDiff } from './section-diff.ts'

type Marks = NonNullable<DocumentNode['marks']>
const text = (words: string, ...marks: Marks): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks[0] && { marks }),
})
const paragraph = (...content: (string | DocumentNode)[]): DocumentNode => ({
  type: 'paragraph',
  content: content.map(part => (typeof part === 'string' ? text(part) : part)),
})
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
const list = (...items: string[]): DocumentNode => ({
  type: 'bulletList',
  content: items.map(item => ({ type: 'listItem', content: [paragraph(item)] })),
})
const table = (...rows: string[][]): DocumentNode => ({
  type: 'table',
  content: rows.map(cells => ({
    type: 'tableRow',
    content: cells.map(cell => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [paragraph(cell)],
    })),
  })),
})
const BOLD = { type: 'bold' }

const SIGNS = { same: '', added: '+', removed: '-', restyled: '~' }
const inline = (pieces: InlineDiff[] | null): string =>
  (pieces ?? []).map(({ change, text }) => (change === 'same' ? text : `[${SIGNS[change]}${text}]`)).join('')

/** A diff on one line: "+p(text)", "*table(...)" for what changed, ">" for what moved. */
function line({ type, change, moved, inline: pieces, children }: BlockDiff): string {
  const sign = { same: '', added: '+', removed: '-', changed: '*' }[change]
  const inside = children
    ? children.map(line).join(' ')
    : inline(pieces).replace(/^\[[+-](.*)\]$/s, change === 'changed' ? '$&' : '$1')
  return `${sign}${moved ? '>' : ''}${type}(${inside})`
}
const diff = (before: DocumentNode, after: DocumentNode): string[] => diffSection('s', before, after).blocks.map(line)

test('equal texts have no blocks to show, attributes that are null notwithstanding', () => {
  const after = doc({ ...paragraph('Hej'), attrs: { indent: null } })
  expect(diffSection('s', doc(paragraph('Hej')), after)).toEqual({ sectionId: 's', change: 'same', blocks: [] })
})

describe('running text', () => {
  test('changes by words, numbers are one word, and a space between two changes goes with them', () => {
    expect(
      diff(doc(paragraph('Andelen var 47,1 procent i fjol.')), doc(paragraph('Andelen var 1\u00a0052,5 procent nu.'))),
    ).toEqual(['*paragraph(Andelen var [-47,1][+1\u00a0052,5] procent [-i fjol][+nu].)'])
  })

  test('of another form is the same words, restyled', () => {
    const [block] = diffSection(
      's',
      doc(paragraph('Läget är gott')),
      doc(paragraph('Läget är ', text('gott', BOLD))),
    ).blocks
    expect(inline(block?.inline ?? [])).toBe('Läget är [~gott]')
    expect(block?.inline?.[1]).toMatchObject({ marks: [BOLD], was: [] })
  })

  test('a link that leads somewhere else is restyled, a note that says something else is replaced', () => {
    const link = (href: string) => text('policyn', { type: 'link', attrs: { href } })
    const note = (words: string): DocumentNode => ({ type: 'footnote', content: [text(words)] })
    const [block] = diffSection(
      's',
      doc(paragraph('Se ', link('https://a.example'), ' igen', note('Lag ett.'))),
      doc(paragraph('Se ', link('https://b.example'), ' igen', note('Lag två.'))),
    ).blocks
    expect(inline(block?.inline ?? [])).toBe('Se [~policyn] igen[-Lag ett.][+Lag två.]')
    expect(block?.inline?.at(-1)?.type).toBe('footnote')
  })

  test('that has little in common is two blocks, not a jumble', () => {
    expect(diff(doc(paragraph('Under året har vi utbildat.')), doc(paragraph('Ekonomin är i balans nu.')))).toEqual([
      '-paragraph(Under året har vi utbildat.)',
      '+paragraph(Ekonomin är i balans nu.)',
    ])
  })

  test('in an empty paragraph is a change of it', () => {
    expect(diff(doc(paragraph()), doc(paragraph('Ny text')))).toEqual(['*paragraph([+Ny text])'])
  })
})

describe('blocks', () => {
  const [a, b, c, d] = ['Första stycket', 'Andra delen', 'Tredje punkten', 'Fjärde raden'].map(words =>
    paragraph(words),
  )
  if (!a || !b || !c || !d) throw new Error('four paragraphs')

  test('are added and removed between those that stay', () => {
    expect(diff(doc(a, b, c), doc(a, c, d))).toEqual([
      'paragraph(Första stycket)',
      '-paragraph(Andra delen)',
      'paragraph(Tredje punkten)',
      '+paragraph(Fjärde raden)',
    ])
  })

  test('that were moved say so in both places', () => {
    expect(diff(doc(a, b, c, d), doc(b, c, d, a))).toEqual([
      '->paragraph(Första stycket)',
      'paragraph(Andra delen)',
      'paragraph(Tredje punkten)',
      'paragraph(Fjärde raden)',
      '+>paragraph(Första stycket)',
    ])
  })

  test('may be made a heading, and a heading of another level', () => {
    const heading = (level: number): DocumentNode => ({ ...a, type: 'heading', attrs: { level } })
    const [made] = diffSection('s', doc(a), doc(heading(4))).blocks
    expect(made).toMatchObject({ type: 'heading', change: 'changed', was: { type: 'paragraph', attrs: {} } })
    const [moved] = diffSection('s', doc(heading(4)), doc(heading(5))).blocks
    expect(moved).toMatchObject({ attrs: { level: 5 }, was: { type: 'heading', attrs: { level: 4 } } })
  })

  test('in lists: a point is put in, one is changed, the rest stays', () => {
    expect(
      diff(
        doc(list('Hygienrond varje månad', 'Avvikelser')),
        doc(list('Riskanalys', 'Hygienrond varje vecka', 'Avvikelser')),
      ),
    ).toEqual([
      '*bulletList(+listItem(+paragraph(Riskanalys)) *listItem(*paragraph(Hygienrond varje [-månad][+vecka])) listItem(paragraph(Avvikelser)))',
    ])
  })

  test('a list that becomes numbered is the same list', () => {
    const numbered = { ...list('Utredning', 'Återkoppling'), type: 'orderedList', attrs: { start: 1, type: null } }
    const [block] = diffSection('s', doc(list('Utredning', 'Återkoppling')), doc(numbered)).blocks
    expect(block).toMatchObject({ type: 'orderedList', change: 'changed', was: { type: 'bulletList' } })
    expect(block?.children?.every(child => child.change === 'same')).toBe(true)
    expect(diff(doc(orderedListFixture), doc(orderedListFixture))).toEqual([])
  })
})

describe('tables', () => {
  const before = [
    ['Enhet', '2022', '2023'],
    ['Ekliden', '12', '14'],
    ['Björkgården', '7', '9'],
  ]
  const cell = (words: string) => `tableCell(paragraph(${words}))`

  test('a value that was corrected is a change in its cell alone', () => {
    const [block] = diff(doc(table(...before)), doc(table(...before.slice(0, 2), ['Björkgården', '7', '10'])))
    expect(block).toContain(`*tableRow(${cell('Björkgården')} ${cell('7')} *tableCell(-paragraph(9) +paragraph(10)))`)
    expect(block?.match(/\*tableRow/g)).toHaveLength(1)
  })

  test('all figures of a row may be new: its first cell says which it is', () => {
    const [block] = diff(doc(table(...before)), doc(table(...before.slice(0, 2), ['Björkgården', '70', '90'])))
    expect(block).toContain(`*tableRow(${cell('Björkgården')} *tableCell(`)
  })

  test('rows are put in and taken out', () => {
    const after = [before[0] ?? [], ['Almgården', '3', '4'], before[2] ?? []]
    const [block] = diff(doc(table(...before)), doc(table(...after)))
    expect(block).toMatch(/-tableRow\(-tableCell\(-paragraph\(Ekliden\)\)/)
    expect(block).toMatch(/\+tableRow\(\+tableCell\(\+paragraph\(Almgården\)\)/)
    expect(block).toContain(` tableRow(${cell('Björkgården')} ${cell('7')} ${cell('9')})`)
  })

  test('a column that was put in is one cell more in every row, empty cells too', () => {
    const after = before.map((row, index) => [row[0] ?? '', index === 0 ? '2021' : '', ...row.slice(1)])
    const [block] = diffSection('s', doc(table(...before)), doc(table(...after))).blocks
    for (const row of block?.children ?? [])
      expect(row.children?.map(one => one.change)).toEqual(['same', 'added', 'same', 'same'])
  })

  test('with merged cells are compared row by row', () => {
    const after = structuredClone(tableFixture)
    const changed = after.content?.[3]?.content?.[0]
    if (changed) changed.content = [paragraph('8')]
    const [block] = diffSection('s', doc(tableFixture), doc(after)).blocks
    expect(block?.children?.map(row => row.change)).toEqual(['same', 'same', 'same', 'changed'])
  })
})

describe('figures', () => {
  const image = (imageId: string, alt: string): DocumentNode => ({ type: 'image', attrs: { imageId, alt } })

  test('a data block whose query changed says what it was', () => {
    const after = structuredClone(indicatorTableFixture)
    after.attrs = { ...after.attrs, year: 2024 }
    const [block] = diffSection('s', doc(indicatorTableFixture), doc(paragraph('Ny'), after)).blocks.slice(1)
    expect(block).toMatchObject({ change: 'changed', attrs: { year: 2024 }, was: { attrs: { year: 2023 } } })
  })

  test('a picture is changed by its alternative text, and replaced by another file', () => {
    const [block] = diffSection('s', doc(image('a', 'Trappa')), doc(image('a', 'Trappan i fyra steg'))).blocks
    expect(block).toMatchObject({
      change: 'changed',
      attrs: { alt: 'Trappan i fyra steg' },
      was: { attrs: { alt: 'Trappa' } },
    })
    expect(diff(doc(image('a', 'Trappa')), doc(image('b', 'Trappa')))).toEqual(['-image()', '+image()'])
  })

  test('a node that nobody knows any more is shown by its name', () => {
    expect(diff(doc({ type: 'gone' }), doc())).toEqual(['-gone()'])
  })
})

test('what is added and stays makes the text after, what is removed and stays the text before', () => {
  const random = seeded(7)
  const sample = ['mål', 'risk', 'vård', 'äldre', '12', '13,5', 'och', 'plan']
  const sentence = () => Array.from({ length: 1 + random(9) }, () => sample[random(sample.length)]).join(' ')
  const plain = (nodes: DocumentNode[]) =>
    nodes.map(node => (node.content ?? []).map(child => child.text).join('')).filter(Boolean)
  const side = (blocks: BlockDiff[], drop: 'added' | 'removed') =>
    blocks
      .filter(block => block.change !== drop)
      .map(block =>
        (block.inline ?? [])
          .filter(piece => piece.change !== drop)
          .map(piece => piece.text)
          .join(''),
      )
      .filter(Boolean)
  for (let round = 0; round < 300; round += 1) {
    const before = Array.from({ length: random(7) }, () => paragraph(sentence()))
    const after = before.flatMap(node => {
      const fate = random(5)
      if (fate === 0) return []
      if (fate === 1) return [paragraph(sentence()), node]
      return fate === 2 ? [paragraph(`${node.content?.[0]?.text} ${sentence()}`)] : [node]
    })
    const { change, blocks } = diffSection('s', doc(...before), doc(...after))
    if (change === 'same') continue
    expect(side(blocks, 'added')).toEqual(plain(before))
    expect(side(blocks, 'removed')).toEqual(plain(after))
  }
})
