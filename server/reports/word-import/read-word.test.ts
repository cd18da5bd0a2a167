import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import { type DocumentNode, textOf, walk } from '#editor/core/document-node.ts'
import { renderDocx } from '../../export/render-docx.ts'
import { sampleReport } from '../../export/testing/sample-report.ts'
import { MAX_WORD_BYTES } from './guard-word-file.ts'
import { type ReadWord, readWord } from './read-word.ts'
import { readWordInChild } from './read-word-in-child.ts'
import { type SectionToMatch, suggestSection } from './suggest-section.ts'
import { archive, heading, text, wordFile } from './testing/word-file.ts'

const all = (nodes: unknown[], type: string): DocumentNode[] => {
  const found: DocumentNode[] = []
  walk({ type: 'doc', content: nodes as DocumentNode[] }, node => {
    if (node.type === type) found.push(node)
  })
  return found
}
const contentOf = ({ parts }: ReadWord): DocumentNode[] =>
  parts.flatMap(({ content }) => (content.content ?? []) as DocumentNode[])
const spansOf = (nodes: DocumentNode[]): unknown[] =>
  nodes.map(({ type, attrs }) => [type, attrs?.colspan ?? 1, attrs?.rowspan ?? 1])

describe('a report of ours, out as Word and in again', () => {
  const { resolved, images } = sampleReport()
  const reading = renderDocx(resolved, images).then(readWord)

  test('has the sections that it had, each found by its heading', async () => {
    const read = await reading
    const sections: SectionToMatch[] = resolved.sections
    const found = read.parts.map(part => suggestSection(part.heading, sections)).filter(id => id !== null)
    expect(found).toEqual(sections.map(({ id }) => id))
    for (const part of read.parts) documentSchema.nodeFromJSON(part.content).check()
  })

  test('has every table with its spans, every note, link, picture and list', async () => {
    const nodes = contentOf(await reading)
    const before = resolved.sections.flatMap(({ written, notApplicableReason }) =>
      notApplicableReason === null ? (written?.content ?? []) : [],
    )
    const authored = (type: string) => all(before, type)
    // Live tables come back as tables with fixed figures.
    expect(all(nodes, 'table')).toHaveLength(authored('table').length + authored('indicatorTable').length)
    for (const section of resolved.sections) {
      const cells = [
        ...all(section.written?.content ?? [], 'tableCell'),
        ...all(section.written?.content ?? [], 'tableHeader'),
      ]
      const part = (await reading).parts.find(one => suggestSection(one.heading, resolved.sections) === section.id)
      if (cells.length === 0 || section.written?.content?.some(({ type }) => type === 'indicatorTable')) continue
      const back = part?.content.content ?? []
      const sorted = (found: unknown[]) => found.map(one => JSON.stringify(one)).sort()
      const sizes = (found: DocumentNode[]) => sorted(spansOf(found).map(one => (one as unknown[]).slice(1)))
      expect(sizes([...all(back, 'tableCell'), ...all(back, 'tableHeader')]), section.heading).toEqual(sizes(cells))
    }
    expect(all(nodes, 'footnote').map(node => textOf(node))).toEqual(authored('footnote').map(node => textOf(node)))
    expect(all(nodes, 'image').map(({ attrs }) => attrs?.alt)).toEqual(authored('image').map(({ attrs }) => attrs?.alt))
    const links = (found: DocumentNode[]) =>
      all(found, 'text').flatMap(
        ({ marks }) => marks?.filter(({ type }) => type === 'link').map(({ attrs }) => attrs?.href) ?? [],
      )
    expect(links(nodes)).toEqual(expect.arrayContaining(links(before)))
    expect((await reading).pictures).toHaveLength(1)
  })
})

describe('a Word file', () => {
  test('is split by its three upper headings; what stands before them is a part too', async () => {
    const { parts } = await readWord(
      await wordFile([
        text('Före.'),
        heading(1, 'Ett'),
        text('A.'),
        heading(2, 'Två'),
        heading(4, 'Under'),
        text('B.'),
      ]),
    )
    expect(parts.map(part => [part.level, part.heading])).toEqual([
      [0, ''],
      [1, 'Ett'],
      [2, 'Två'],
    ])
    expect(parts[2]?.content.content).toMatchObject([{ type: 'heading', attrs: { level: 4 } }, { type: 'paragraph' }])
  })

  test('keeps notes, links and form, and a raised number is no number of its own', async () => {
    const link = new ExternalHyperlink({ link: 'https://kolada.se/', children: [new TextRun('Kolada')] })
    const read = await readWord(
      await wordFile(
        [
          heading(1, 'Ett'),
          text([
            '10',
            { text: '2', superScript: true },
            ' m',
            { text: 'fet', bold: true },
            new FootnoteReferenceRun(1),
            link,
          ]),
        ],
        { 1: { children: [new Paragraph('Notens text.')] } },
      ),
    )
    const [paragraph] = contentOf(read)
    expect(paragraph?.content).toEqual([
      { type: 'text', text: '10' },
      { type: 'text', text: '²' },
      { type: 'text', text: ' m' },
      { type: 'text', text: 'fet', marks: [{ type: 'bold' }] },
      { type: 'footnote', content: [{ type: 'text', text: 'Notens text.' }] },
      { type: 'text', text: 'Kolada', marks: [{ type: 'link', attrs: { href: 'https://kolada.se/' } }] },
    ])
  })

  test('says what it had that a report has not, and under which heading', async () => {
    const { notUnderstood } = await readWord(
      await wordFile([
        heading(1, 'Ett'),
        text([
          { text: 'struket', strike: true },
          { text: 'abc', superScript: true },
        ]),
        new Paragraph({ style: 'Egen', children: [new TextRun('x')] }),
      ]),
    )
    expect(notUnderstood).toEqual(
      expect.arrayContaining([
        { code: 'struck', detail: 'struket', heading: 'Ett' },
        { code: 'raised', detail: 'abc', heading: 'Ett' },
      ]),
    )
  })
})

describe('a file is refused', () => {
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  const files: [string, Uint8Array, string][] = [
    ['that is too large', new Uint8Array(MAX_WORD_BYTES + 1), 'too-large'],
    ['of another kind', Buffer.from('%PDF-1.7'), 'not-word'],
    ['that is empty', new Uint8Array(0), 'not-word'],
    ['of an older Word', compound, 'old-word'],
    ['with a password', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'password'],
    ['with macros', archive({ 'word/vbaProject.bin': new Uint8Array(9) }), 'macros'],
    [
      'that is said to have macros',
      archive({}, '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'),
      'macros',
    ],
    ['that grows a thousandfold', archive({ 'word/media/x.png': new Uint8Array(40_000_000) }), 'too-much-inside'],
    ['that is cut off', archive().subarray(0, 200), 'broken'],
    ['that is no document inside', archive(), 'broken'],
  ]
  test.each(files)('%s', async (_, bytes, reason) => {
    await expect(readWord(bytes)).rejects.toMatchObject({ code: 'word-file-refused', reason })
  })
})

test('a file that takes too long, or too much memory, is refused, and the next one is read', async () => {
  const file = await wordFile([heading(1, 'Ett')])
  await expect(readWordInChild(file, { time: 1, heap: 256 })).rejects.toMatchObject({ reason: 'too-much-inside' })
  await expect(readWordInChild(file, { time: 60_000, heap: 8 })).rejects.toMatchObject({ reason: 'too-much-inside' })
  expect((await readWordInChild(file)).parts).toMatchObject([{ heading: 'Ett' }])
})

test('a heading means the section with its words; where two could be meant, nobody is asked to guess', () => {
  const sections = [
    { id: 'a', number: '3.2', heading: 'Mål och strategier' },
    { id: 'b', number: '5', heading: 'Mål, strategier och utmaningar för kommande år' },
    { id: 'c', number: '4', heading: 'Avvikelser' },
    { id: 'd', number: '4.1', heading: 'Avvikelser' },
  ]
  expect(suggestSection('3. Mål och strategier', sections)).toBe('a')
  expect(suggestSection('MÅL, STRATEGIER OCH UTMANINGAR KOMMANDE ÅR', sections)).toBe('b')
  expect(suggestSection('Avvikelser', sections)).toBeNull()
  expect(suggestSection('4.1 Avvikelser', sections)).toBe('d')
  expect(suggestSection('Väntetider', sections)).toBeNull()
  expect(suggestSection('  ', sections)).toBeNull()
})
