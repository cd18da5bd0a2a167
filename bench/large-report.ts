import { resolve } from 'node:path'
import { and, eq, max } from 'drizzle-orm'
import * as Y from 'yjs'
import { reportDocument, reportUpdate } from '#db/schema/document.ts'
import { reportSection } from '#db/schema/report.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { loadActorByLogin } from '#server/auth/load-actor.ts'
import { createDocuments } from '#server/documents/create-documents.ts'
import { seedDocument } from '#server/documents/seed-document.ts'
import { readEnv } from '#server/env.ts'
import { openDatabaseAsGuest } from '#server/process/open-database.ts'
import { createReport } from '#server/reports/create-report.ts'
import { listBoards } from '#server/reports/list-boards.ts'

export const WORDS = 45_000
export const TABLES = 60
export const SECTIONS = 30

export interface ReportSize {
  title: string
  words: number
  tables: number
}

const LARGE: ReportSize = { title: 'Stor rapport', words: WORDS, tables: TABLES }
export const ORDINARY: ReportSize = { title: 'Vanlig rapport', words: 6000, tables: 6 }

const WORDS_OF_TEXT =
  'vården följer upp avvikelser och risker tillsammans med medarbetare patienter närstående under året resultatet visar att arbetet behöver stärkas'.split(
    ' ',
  )

const words = (count: number, from: number): string =>
  Array.from({ length: count }, (_, i) => WORDS_OF_TEXT[(from + i * 7) % WORDS_OF_TEXT.length]).join(' ')

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

function table(seed: number): Y.XmlElement {
  const element = new Y.XmlElement('table')
  const rows: Y.XmlElement[] = []
  for (let r = 0; r < 6; r++) {
    const row = new Y.XmlElement('tableRow')
    const cells = Array.from({ length: 5 }, (_, c) => {
      const cell = new Y.XmlElement(r ? 'tableCell' : 'tableHeader')
      cell.insert(0, [paragraph(r ? String((seed * 31 + r * 7 + c) % 1000) : `Kolumn ${c + 1}`)])
      return cell
    })
    row.insert(0, cells)
    rows.push(row)
  }
  element.insert(0, rows)
  return element
}

/** Writes words and tables into the sections, as one author would have: one update a section. */
function write(state: Uint8Array, sectionIds: string[], { words: count, tables }: ReportSize): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const perSection = count / sectionIds.length
  const tablesUpTo = (index: number): number => Math.floor((tables * index) / sectionIds.length)
  for (const [index, id] of sectionIds.entries())
    doc.transact(() => {
      const blocks: Y.XmlElement[] = []
      for (let written = 0; written < perSection; written += 75) blocks.push(paragraph(words(75, index + written)))
      for (let t = tablesUpTo(index); t < tablesUpTo(index + 1); t++)
        blocks.splice(4 + (t - tablesUpTo(index)) * 6, 0, table(t))
      doc.getXmlFragment(id).push(blocks)
    })
  return updates
}

export interface MadeReport {
  reportId: string
  sectionIds: string[]
}

/** The report that the figures of `bench/` speak of, on the database of `dataDir`. */
export const makeLargeReport = (dataDir: string): Promise<MadeReport> => makeReport(dataDir, LARGE)

/** A report of 30 sections on the database of `dataDir`. */
export async function makeReport(dataDir: string, size: ReportSize): Promise<MadeReport> {
  const database = await openDatabaseAsGuest({
    ...readEnv(),
    DATABASE_URL: undefined,
    SAMSKRIFT_DATA: resolve(dataDir),
  })
  const { db } = database.client
  const documents = createDocuments(database.client)
  try {
    const mas = await loadActorByLogin(db, 'mas')
    if (!mas) throw new Error('the demo is not loaded')
    const board = (await listBoards({ db }, mas)).find(choice => choice.mayCreate)
    const { id: reportId } = await createReport({ db }, mas, {
      templateKey: 'patientsakerhetsberattelse',
      boardId: board?.id ?? '',
      year: 2023,
      diaryNumber: '',
      title: size.title,
    })
    const [last] = await db
      .select({ position: max(reportSection.position) })
      .from(reportSection)
      .where(eq(reportSection.reportId, reportId))
    const from = (last?.position ?? 0) + 1
    const extra = Array.from({ length: SECTIONS - from }, (_, i) => ({
      reportId,
      templateSection: `bilaga-${i}`,
      position: from + i,
      level: 2,
      heading: `Bilaga ${i + 1}`,
      required: 'no' as const,
      lawReferences: [],
      guidance: '',
    }))
    await db.insert(reportSection).values(extra)
    const rows = await db
      .select()
      .from(reportSection)
      .where(and(eq(reportSection.reportId, reportId)))
    const sectionIds = rows.sort((a, b) => a.position - b.position).map(row => row.id)
    const seed = seedDocument(sectionIds)
    await db
      .update(reportDocument)
      .set({ ...seed, editorVersion: EDITOR_VERSION })
      .where(eq(reportDocument.reportId, reportId))
    await db
      .insert(reportUpdate)
      .values(write(seed.state, sectionIds, size).map(data => ({ reportId, userId: mas.id, data })))
    await documents.fold(reportId)
    return { reportId, sectionIds }
  } finally {
    await documents.close()
    await database.close()
  }
}
