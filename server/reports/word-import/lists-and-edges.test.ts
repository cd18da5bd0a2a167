import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Textbox,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { type DocumentNode, textOf } from '#editor/core/document-node.ts'
import { renderDocx } from '../../export/render-docx.ts'
import { sampleReport } from '../../export/testing/sample-report.ts'
import { type ReadWord, readWord } from './read-word.ts'

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], start = 1) => ({
  level: at,
  format,
  text: `%${at + 1}.`,
  start,
})
const numbering = {
  config: [
    { reference: 'siffror', levels: [level(0, LevelFormat.DECIMAL), level(1, LevelFormat.DECIMAL)] },
    { reference: 'fran-fem', levels: [level(0, LevelFormat.DECIMAL, 5)] },
    { reference: 'punkter', levels: [level(0, LevelFormat.BULLET)] },
  ],
}

const file = async (children: FileChild[], more: object = {}): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children }], ...more })))
const item = (text: string, reference = 'siffror', instance = 0, at = 0): Paragraph =>
  new Paragraph({ numbering: { reference, level: at, instance }, children: text ? [new TextRun(text)] : [] })
const words = (text: string): Paragraph => new Paragraph(text)

const contentOf = ({ parts }: ReadWord): DocumentNode[] =>
  parts.flatMap(({ content }) => (content.content ?? []) as DocumentNode[])
/** Each list with the number of its first item, and what stands between them. */
const shape = (nodes: DocumentNode[]): unknown[] =>
  nodes.map(node => {
    if (node.type !== 'orderedList') return node.type === 'bulletList' ? 'bullets' : textOf(node)
    return [node.attrs?.start, ...(node.content ?? []).map(one => textOf(one))]
  })

describe('a numbered list', () => {
  test('goes on after what stands between its items, however often', async () => {
    const read = await readWord(
      await file([item('A'), item('B'), words('Mellan.'), item('C'), words('Igen.'), item('D'), item('E')]),
    )
    expect(shape(contentOf(read))).toEqual([[1, 'A', 'B'], 'Mellan.', [3, 'C'], 'Igen.', [4, 'D', 'E']])
  })

  test('begins where Word has it begin, and another list begins anew right after it', async () => {
    const read = await readWord(
      await file([item('A', 'fran-fem'), item('B', 'fran-fem'), item('C', 'siffror', 1), item('D', 'siffror', 2)]),
    )
    expect(shape(contentOf(read))).toEqual([
      [5, 'A', 'B'],
      [1, 'C'],
      [1, 'D'],
    ])
  })

  test('counts an empty item as Word does, and shows none', async () => {
    const read = await readWord(await file([item('A'), item(''), item('C')]))
    expect(shape(contentOf(read))).toEqual([
      [1, 'A'],
      [3, 'C'],
    ])
  })

  test('inside another counts for itself, and the outer one goes on', async () => {
    const read = await readWord(
      await file([
        item('A'),
        item('a', 'siffror', 0, 1),
        item('b', 'siffror', 0, 1),
        item('B'),
        item('c', 'siffror', 0, 1),
      ]),
    )
    const [outer, ...others] = contentOf(read)
    expect(others).toEqual([])
    expect(outer?.attrs?.start).toBe(1)
    const inner = (outer?.content ?? []).map(({ content }) => content?.filter(({ type }) => type === 'orderedList'))
    expect(inner.map(lists => lists?.map(list => [list.attrs?.start, list.content?.length]))).toEqual([
      [[1, 2]],
      [[1, 1]],
    ])
  })

  test('of bullets has no numbers', async () => {
    const read = await readWord(await file([item('A', 'punkter'), words('Mellan.'), item('B', 'punkter')]))
    expect(shape(contentOf(read))).toEqual(['bullets', 'Mellan.', 'bullets'])
  })

  test('that begins at four does so in our Word file, and comes back so', async () => {
    const { resolved, images } = sampleReport()
    const [first] = resolved.sections
    if (!first) throw new Error('the sample has sections')
    const listed = (start: number, ...texts: string[]): DocumentNode => ({
      type: 'orderedList',
      attrs: { start, type: null },
      content: texts.map(text => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    })
    const between = { type: 'paragraph', content: [{ type: 'text', text: 'Mellan.' }] }
    const content = {
      type: 'doc',
      content: [listed(1, 'ett', 'två', 'tre'), between, listed(4, 'fyra'), between, listed(1, 'nytt')],
    }
    const read = await readWord(
      await renderDocx({ ...resolved, sections: [{ ...first, content, written: content }] }, images),
    )
    expect(shape(contentOf(read)).filter(Array.isArray)).toEqual([
      [1, 'ett', 'två', 'tre'],
      [4, 'fyra'],
      [1, 'nytt'],
    ])
  })
})

describe('what a report has no place for is told, with words to find it by', () => {
  test('head and foot of the pages, once each', async () => {
    const edge = { headers: { default: new Header({ children: [words('Socialförvaltningen, utkast 3')] }) } }
    const section = {
      children: [words('Text.')],
      ...edge,
      footers: { default: new Footer({ children: [words('Dnr VON/2024:18')] }) },
    }
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [section, section] })))
    const { notUnderstood } = await readWord(bytes)
    expect(notUnderstood).toEqual([
      { code: 'header', detail: 'Socialförvaltningen, utkast 3', heading: '' },
      { code: 'footer', detail: 'Dnr VON/2024:18', heading: '' },
    ])
  })

  test('comments with what they say, and tracked changes with their text', async () => {
    const by = { id: 1, author: 'MAS', date: '2024-01-10T08:00:00Z' }
    const read = await readWord(
      await file(
        [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Resultat')] }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('Fallen är färre. '),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new InsertedTextRun({ text: 'Särskilt i hemtjänsten.', ...by }),
              new DeletedTextRun({ text: 'Men inte på natten.', ...by, id: 2 }),
            ],
          }),
        ],
        { comments: { children: [{ id: 0, author: 'MAR', date: new Date(0), children: [words('Stämmer det?')] }] } },
      ),
    )
    const heading = 'Resultat'
    expect(read.notUnderstood).toEqual(
      expect.arrayContaining([
        { code: 'comment', detail: 'Stämmer det?', heading },
        { code: 'inserted', detail: 'Särskilt i hemtjänsten.', heading },
        { code: 'deleted', detail: 'Men inte på natten.', heading },
      ]),
    )
    expect(contentOf(read).map(node => textOf(node))).toEqual(['Fallen är färre. Särskilt i hemtjänsten.'])
  })

  test('a text box, once', async () => {
    const box = new Textbox({ children: [words('Se även bilaga 2.')], style: { width: '200pt', height: '40pt' } })
    const { notUnderstood } = await readWord(await file([words('Text.'), box]))
    expect(notUnderstood.filter(({ code }) => code === 'textbox')).toEqual([
      { code: 'textbox', detail: 'Se även bilaga 2.', heading: '' },
    ])
  })
})
