import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportDocument, reportUpdate, sectionText } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { addParagraph, read, type } from '../collab/testing/text.ts'
import { World } from '../collab/testing/world.ts'
import { createDocuments } from './create-documents.ts'
import type { Documents } from './documents.ts'
import { DocumentMissingError } from './errors.ts'
import { packUpdates } from './log-data.ts'
import { seedDocument } from './seed-document.ts'

const database = testDatabase()
let world: World
let author: string
let documents: Documents
beforeAll(async () => {
  world = await World.create(database)
  author = await world.user('MAS')
  documents = createDocuments(database)
})
afterAll(() => documents.close())

/** A report, and a document whose changes become rows of its log. */
async function written(): Promise<{ id: string; sections: string[]; doc: Y.Doc; save: () => Promise<number[]> }> {
  const { id, sections } = await world.report(author)
  const doc = new Y.Doc()
  const [stored] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, id))
  Y.applyUpdate(doc, stored?.state ?? new Uint8Array())
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  const save = async (): Promise<number[]> => {
    const rows = updates.splice(0).map(data => ({ reportId: id, userId: author, data }))
    return (await database.db.insert(reportUpdate).values(rows).returning()).map(row => row.seq)
  }
  return { id, sections, doc, save }
}

const projection = async (reportId: string) =>
  new Map(
    (await database.db.select().from(sectionText).where(eq(sectionText.reportId, reportId))).map(row => [
      row.sectionId,
      row,
    ]),
  )

function replayed(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

describe('fold', () => {
  test('puts the log into the state and the text into the projection', async () => {
    const { id, sections, doc, save } = await written()
    const [first = '', second = '', third = ''] = sections
    type(doc, first, 'Inledning')
    addParagraph(doc, second, 'Ett')
    addParagraph(doc, second, 'Två')
    const seqs = await save()
    const result = await documents.fold(id)
    expect(result).toMatchObject({ seq: seqs.at(-1), folded: seqs, unusable: [] })
    expect(read(replayed(result.state), second)).toBe('\nEtt\nTvå')
    expect(Y.decodeStateVector(result.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))

    const shown = await projection(id)
    expect([...shown.keys()].sort()).toEqual([...sections].sort())
    expect(shown.get(first)).toMatchObject({
      seq: result.seq,
      content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Inledning' }] }] },
      plainText: 'Inledning',
    })
    expect(shown.get(second)?.plainText).toBe('\nEtt\nTvå')
    expect(shown.get(third)).toMatchObject({
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      plainText: '',
    })
    const [row] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, id))
    expect(Buffer.compare(row?.state ?? new Uint8Array(), result.state)).toBe(0)
    expect(row?.seq).toBe(result.seq)
  })

  test('again is nothing, and says where it stands', async () => {
    const { id, doc, sections, save } = await written()
    type(doc, sections[0] ?? '', 'hej')
    await save()
    const first = await documents.fold(id)
    expect(await documents.fold(id)).toMatchObject({ seq: first.seq, folded: [], deletions: null })
  })

  test('shows the new position in sections that nobody touched', async () => {
    const { id, doc, sections, save } = await written()
    await documents.fold(id)
    type(doc, sections[1] ?? '', 'hej')
    await save()
    const { seq } = await documents.fold(id)
    for (const row of (await projection(id)).values()) expect(row.seq).toBe(seq)
  })

  test('projects a report that was never written in, and a section without a fragment', async () => {
    const { id, sections } = await world.report(author)
    await database.db.update(reportDocument).set(seedDocument([])).where(eq(reportDocument.reportId, id))
    expect(await documents.fold(id)).toMatchObject({ seq: 0, folded: [] })
    const shown = await projection(id)
    for (const section of sections) expect(shown.get(section)?.content).toEqual({ type: 'doc', content: [] })
  })

  test('takes a row that is committed late, though its place in the log is passed', async () => {
    const { id, doc, sections, save } = await written()
    const [section = ''] = sections
    type(doc, section, 'ett ')
    await save()
    const { sql } = database
    const [late] = await sql<{ seq: string }[]>`select nextval(pg_get_serial_sequence('report_update', 'seq')) as seq`
    const before = Y.encodeStateVector(doc)
    const other = replayed(Y.encodeStateAsUpdate(doc))
    type(other, section, 'två ')
    type(doc, sections[1] ?? '', 'annat')
    await save()
    const first = await documents.fold(id)
    await sql`
      insert into report_update (seq, report_id, user_id, data) overriding system value
      values (${late?.seq ?? 0}, ${id}, ${author}, ${Buffer.from(Y.encodeStateAsUpdate(other, before))})`
    const second = await documents.fold(id)
    expect(second).toMatchObject({ seq: first.seq, folded: [Number(late?.seq)] })
    expect((await projection(id)).get(section)?.plainText).toBe('ett två ')
  })

  test('takes each row once, however many fold at the same time', async () => {
    const { id, doc, sections, save } = await written()
    const all: number[] = []
    const folds: Promise<{ folded: number[] }>[] = []
    for (let round = 0; round < 10; round += 1) {
      type(doc, sections[0] ?? '', `${round} `)
      all.push(...(await save()))
      folds.push(documents.fold(id), documents.fold(id))
    }
    const folded = (await Promise.all(folds)).flatMap(result => result.folded)
    expect(folded.sort((x, y) => x - y)).toEqual(all)
    expect((await projection(id)).get(sections[0] ?? '')?.plainText).toBe('0 1 2 3 4 5 6 7 8 9 ')
  })

  test('says which deletions the state has, those that no update spells out too', async () => {
    const { id, doc, sections, save } = await written()
    const [section = ''] = sections
    addParagraph(doc, section, 'stycke')
    const other = replayed(Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(other)
    type(other, section, ' med mer')
    doc.getXmlFragment(section).delete(1, 1)
    await save()
    const data = Y.encodeStateAsUpdate(other, before)
    await database.db.insert(reportUpdate).values({ reportId: id, userId: author, data })
    const { deletions } = await documents.fold(id)
    const { structs, ds } = Y.decodeUpdate(deletions ?? new Uint8Array())
    expect(structs).toEqual([])
    const deleted = [...ds.clients.values()].flat().reduce((sum, { len }) => sum + len, 0)
    // The paragraph, its text element and both pieces of text.
    expect(deleted).toBe(1 + 1 + 'stycke'.length + ' med mer'.length)
  })

  test('within a transaction that holds the report', async () => {
    const { id, doc, sections, save } = await written()
    type(doc, sections[0] ?? '', 'hej')
    await save()
    const { folded } = await database.db.transaction(async tx => {
      await tx.select().from(report).where(eq(report.id, id)).for('update')
      return documents.fold(id, tx)
    })
    expect(folded).toHaveLength(1)
  })

  test('of a report without a document is an error with a name', async () => {
    await expect(documents.fold('00000000-0000-4000-8000-000000000000')).rejects.toThrow(DocumentMissingError)
  })
})

describe('text that no editor of ours writes', () => {
  test('does not stop the fold; the section keeps its last readable projection', async () => {
    const { id, doc, sections, save } = await written()
    const [first = '', second = ''] = sections
    type(doc, first, 'läsbart')
    await save()
    await documents.fold(id)
    const map = new Y.Map() as unknown as Y.XmlElement
    doc.getXmlFragment(first).push([map])
    doc.getXmlFragment('someone else').push([new Y.XmlElement('paragraph')])
    type(doc, second, 'vidare')
    await save()
    await documents.fold(id)
    const shown = await projection(id)
    expect(shown.get(first)?.plainText).toBe('läsbart')
    expect(shown.get(second)?.plainText).toBe('vidare')
    expect(shown.size).toBe(3)
  })

  test('U+0000 and halves of surrogate pairs are replaced, and nothing else is', async () => {
    const { id, doc, sections, save } = await written()
    const [section = ''] = sections
    type(doc, section, 'a\0b \\u0000 "😀" \\ud800')
    const paragraph = doc.getXmlFragment(section).get(0)
    if (paragraph instanceof Y.XmlElement) {
      const text = paragraph.get(0)
      if (text instanceof Y.XmlText) text.format(0, 1, { link: { href: 'x\ud800\u001f' } })
    }
    await save()
    await documents.fold(id)
    const row = (await projection(id)).get(section)
    expect(row?.plainText).toBe('a\ufffdb \\u0000 "😀" \\ud800')
    expect(JSON.stringify(row?.content)).toContain('\ufffdb \\\\u0000 \\"😀\\" \\\\ud800')
    expect(JSON.stringify(row?.content)).toContain(JSON.stringify('x\ufffd\u001f'))
  })

  test('nested a thousand levels deep is left out', async () => {
    const { id, doc, sections, save } = await written()
    doc.transact(() => {
      let parent: Y.XmlFragment = doc.getXmlFragment(sections[0])
      for (let level = 0; level < 1_000; level += 1) {
        const child = new Y.XmlElement('blockquote')
        parent.push([child])
        parent = child
      }
    })
    await save()
    await documents.fold(id)
    expect((await projection(id)).get(sections[0] ?? '')?.content).toEqual({ type: 'doc', content: [] })
  })

  test('rows that Yjs cannot apply are set aside, with everything else folded', async () => {
    const { id, doc, sections, save } = await written()
    type(doc, sections[0] ?? '', 'ett ')
    const rows = [...(await save())]
    const [broken] = await database.db
      .insert(reportUpdate)
      .values({ reportId: id, userId: author, data: new Uint8Array([1, 2, 3]) })
      .returning()
    type(doc, sections[0] ?? '', 'två')
    rows.push(broken?.seq ?? 0, ...(await save()))
    expect(await documents.fold(id)).toMatchObject({ folded: rows, unusable: [broken?.seq] })
    expect((await projection(id)).get(sections[0] ?? '')?.plainText).toBe('ett två')
  })

  test('of a row with several updates only the damaged one is set aside; a row that is not what it says as a whole', async () => {
    const { id, doc, sections } = await written()
    const [section = ''] = sections
    const updates: Uint8Array[] = []
    doc.on('update', update => updates.push(update))
    for (const word of ['ett ', 'två ', 'tre']) type(doc, section, word)
    const [one = new Uint8Array(), two = new Uint8Array(), three = new Uint8Array()] = updates
    const damaged = new Uint8Array([1, 2, 3])
    const ofId = { reportId: id, userId: author }
    const rows = await database.db
      .insert(reportUpdate)
      .values([
        { ...ofId, ...packUpdates([one, damaged, two]) },
        { ...ofId, ...packUpdates([damaged, damaged]), updates: 3 },
        { ...ofId, ...packUpdates([three]) },
      ])
      .returning()
    const seqs = rows.map(({ seq }) => seq)
    expect(await documents.fold(id)).toMatchObject({ folded: seqs, unusable: seqs.slice(0, 2) })
    expect((await projection(id)).get(section)?.plainText).toBe('ett två tre')
  })
})

test('foldPending folds what a process left behind, and goes on past a report that it cannot fold', async () => {
  const reports = [await written(), await written(), await written()]
  for (const { doc, sections, save } of reports) {
    type(doc, sections[0] ?? '', 'kvar')
    await save()
  }
  const [broken, ...others] = reports
  const { db } = database
  await db.delete(reportDocument).where(eq(reportDocument.reportId, broken?.id ?? ''))
  expect(await documents.foldPending()).toBeGreaterThanOrEqual(2)
  for (const { id, sections } of others) {
    expect((await projection(id)).get(sections[0] ?? '')?.plainText).toBe('kvar')
  }
  const left = await db
    .select()
    .from(reportUpdate)
    .where(eq(reportUpdate.reportId, others[0]?.id ?? ''))
    .orderBy(asc(reportUpdate.seq))
  expect(left.every(row => row.foldedAt)).toBe(true)
})

test('diff is what the other document lacks', async () => {
  const { doc, sections } = await written()
  const other = replayed(Y.encodeStateAsUpdate(doc))
  type(doc, sections[0] ?? '', 'nytt')
  Y.applyUpdate(other, await documents.diff(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(other)))
  expect(read(other, sections[0] ?? '')).toBe('nytt')
})

test('seedDocument gives every section one empty paragraph', () => {
  const { state, stateVector } = seedDocument(['a', 'b'])
  const doc = replayed(state)
  for (const id of ['a', 'b']) expect(doc.getXmlFragment(id).toString()).toBe('<paragraph></paragraph>')
  expect(Y.encodeStateVector(doc)).toEqual(stateVector)
})
