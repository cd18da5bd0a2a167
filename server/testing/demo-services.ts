import type { TestDatabase } from '#db/testing/test-database.ts'
import { loadActorByLogin } from '../auth/load-actor.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { createDocuments } from '../documents/create-documents.ts'
import type { Documents } from '../documents/documents.ts'
import type { Actor } from '../policies/actor.ts'
import { createReport } from '../reports/create-report.ts'
import { listBoards } from '../reports/list-boards.ts'

export interface DemoServices {
  db: TestDatabase['db']
  documents: Documents
}

/** The demo organisation on a test database, with the real fold worker. Close `documents` afterwards. */
export async function demoServices(database: TestDatabase): Promise<DemoServices> {
  await loadDemo(database.db)
  return { db: database.db, documents: createDocuments(database) }
}

export async function demoActor(services: DemoServices, login: string): Promise<Actor> {
  const actor = await loadActorByLogin(services.db, login)
  if (!actor) throw new Error(`no demo user ${login}`)
  return actor
}

/** A report of a document type, for 2023, of the demo's Vård- och omsorgsnämnd. */
export async function demoReportOf(services: DemoServices, actor: Actor, templateKey: string): Promise<string> {
  const board = (await listBoards(services, actor)).find(choice => choice.mayCreate)
  if (!board) throw new Error('no board to write for')
  const title = templateKey === 'patientsakerhetsberattelse' ? 'Patientsäkerhetsberättelse 2023' : templateKey
  const { id } = await createReport(services, actor, {
    templateKey,
    boardId: board.id,
    year: 2023,
    diaryNumber: 'VON/2024:18',
    title,
  })
  return id
}

export const demoReport = (services: DemoServices, actor: Actor): Promise<string> =>
  demoReportOf(services, actor, 'patientsakerhetsberattelse')
