import { connect } from '#db/client.ts'
import { reportDocument } from '#db/schema/document.ts'
import { board, organisation } from '#db/schema/organisation.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { createSessionCookie } from '#server/auth/session-cookie.ts'
import { seedDocument } from '#server/documents/seed-document.ts'
import { type BenchDocument, withRoots } from './documents.ts'
import type { Place } from './load/raw-client.ts'

const PEOPLE = 200
/** Of a report that has no document of its own. */
const SECTIONS = 3
const AT_ONCE = 50

const only = <T>([row]: T[]): T => {
  if (!row) throw new Error('the row was not stored')
  return row
}

/** An organisation with people who may write. @returns a session cookie of each, `name=value` */
export async function populate(url: string, secret: string): Promise<string[]> {
  const { db, close } = connect(url, { max: 1 })
  try {
    const { id: organisationId } = only(
      await db
        .insert(organisation)
        .values({ name: 'Mätköping', diaryNumberPattern: '.*', diaryNumberExample: 'M/2026:1' })
        .returning(),
    )
    const { id: boardId } = only(
      await db.insert(board).values({ organisationId, name: 'Nämnden', administration: 'Förvaltningen' }).returning(),
    )
    const people = await db
      .insert(appUser)
      .values(
        Array.from({ length: PEOPLE }, (_, n) => ({ organisationId, login: `p${n}`, name: `P ${n}`, title: 'MAS' })),
      )
      .returning()
    await db.insert(roleGrant).values(people.map(({ id }) => ({ userId: id, role: 'mas' as const, boardId })))
    const cookies = await Promise.all(people.map(({ id }) => createSessionCookie(id, secret)))
    return cookies.map(({ name, value }) => `${name}=${value}`)
  } finally {
    await close()
  }
}

/** Reports as create-report leaves them, or with this document in their sections, all of it folded. */
export async function makeReports(url: string, count: number, document: BenchDocument | null): Promise<Place[]> {
  const places: Place[] = []
  for (let made = 0; made < count; made += AT_ONCE) {
    places.push(...(await makeSome(url, Math.min(AT_ONCE, count - made), document)))
  }
  return places
}

async function makeSome(url: string, count: number, document: BenchDocument | null): Promise<Place[]> {
  const { db, close } = connect(url, { max: 1 })
  try {
    const { id: organisationId } = only(await db.select().from(organisation))
    const { id: boardId } = only(await db.select().from(board))
    const { id: createdBy } = only(await db.select().from(appUser).limit(1))
    const reports = Array.from({ length: count }, () => ({
      id: crypto.randomUUID(),
      sections: Array.from({ length: document?.roots.length ?? SECTIONS }, () => crypto.randomUUID()),
    }))
    const kind = { organisationId, boardId, templateKey: 'matning', templateVersion: 1, title: 'Mätning', year: 2026 }
    await db.insert(report).values(reports.map(({ id }) => ({ ...kind, id, createdBy })))
    await db.insert(reportSection).values(
      reports.flatMap(({ id: reportId, sections }) =>
        sections.map((id, position) => ({
          id,
          reportId,
          templateSection: `avsnitt-${position}`,
          position,
          level: 1,
          heading: `Avsnitt ${position + 1}`,
          required: 'yes' as const,
          lawReferences: [],
          guidance: '',
        })),
      ),
    )
    await db.insert(reportDocument).values(
      reports.map(({ id: reportId, sections }) => ({
        reportId,
        ...(document
          ? { state: withRoots(document.state, document.roots, sections), stateVector: document.stateVector }
          : seedDocument(sections)),
        editorVersion: EDITOR_VERSION,
      })),
    )
    return reports.map(({ id, sections }) => ({ room: id, root: sections[0] ?? '' }))
  } finally {
    await close()
  }
}
