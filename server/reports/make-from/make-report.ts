import { randomUUID } from 'node:crypto'
import { eq, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '#db/client.ts'
import { reportDocument } from '#db/schema/document.ts'
import { reportAnswer, reportSection, reportUnit } from '#db/schema/report.ts'
import { roleGrant } from '#db/schema/user.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { legalDeadline } from '#templates/deadline.ts'
import { findDerivation } from '#templates/derivations.ts'
import { followAnswers } from '../../answers/follow-answers.ts'
import { storeSections } from '../../documents/store-fold.ts'
import { InvalidInputError, TextUnreadableError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { insertReport, type NewReport, type PreparedReport, prepareReport } from '../create-report.ts'
import { recordChange } from '../record-change.ts'
import { carriedValues } from './carried-values.ts'
import { carryStructure } from './carry-structure.ts'
import { copyImages, planImages } from './copy-images.ts'
import { factValues } from './facts.ts'
import { yearsLater } from './later.ts'
import type { Layer } from './new-rows.ts'
import { readSource, type Source } from './source.ts'

export interface ReportFromAnother extends NewReport {
  sourceId: string
  /** Keys of the new report's sections of level 1 whose text comes along. */
  texts: string[]
}

/** Who can own a section of a board's report. */
async function ownersOf(db: Db, boardId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: roleGrant.userId })
    .from(roleGrant)
    .where(or(eq(roleGrant.boardId, boardId), isNull(roleGrant.boardId)))
  return new Set(rows.map(({ id }) => id))
}

async function insertLayers(tx: Tx, layers: readonly Layer[]): Promise<void> {
  for (const { sections, units } of layers) {
    if (sections.length) await tx.insert(reportSection).values(sections)
    if (units.length) await tx.insert(reportUnit).values(units)
  }
}

/** What the form says against the source. @throws InvalidInputError */
function derivationOf(source: Source, { template, values }: PreparedReport) {
  const derivation = findDerivation(source.row.templateKey, template.key)
  if (!derivation) throw new InvalidInputError({ sourceId: 'unfit' })
  if (values.year < source.row.year) throw new InvalidInputError({ year: 'before-source' })
  return derivation
}

/**
 * Makes a report from another: last year's, the plan that it reports on, what it is the cover note of. Structure,
 * fields, open åtgärder and the chosen text come along, in one transaction; the source is not touched.
 * @param instead asked in that transaction before anything is stored: a report that is there already and will do
 * @throws InvalidInputError by field: as createReport, and sourceId 'unfit', year 'before-source'
 * @throws TextUnreadableError where a chosen text holds something that today's editor cannot show
 * @throws NotFoundError, NotAllowedError
 */
export async function makeReport(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  input: ReportFromAnother,
  instead?: (tx: Tx) => Promise<{ id: string } | null>,
): Promise<{ id: string }> {
  const { db, documents } = services
  if (!z.uuid().safeParse(input.sourceId).success) throw new InvalidInputError({ sourceId: 'unknown' })
  const prepared = await prepareReport(db, actor, input)
  const source = await readSource(services, actor, input.sourceId)
  const derivation = derivationOf(source, prepared)
  const { template, values, board } = prepared
  const reportId = randomUUID()
  const years = values.year - source.row.year
  const { layers, texts } = carryStructure(source, {
    reportId,
    template,
    derivation,
    years,
    texts: new Set(input.texts),
    owners: await ownersOf(db, board.id),
    createdBy: actor.id,
    boardName: board.name,
  })

  const textOf = (id: string) => source.texts.get(texts.get(id) ?? '') ?? null
  const sections = layers.flatMap(layer => layer.sections).map(({ id }) => ({ id, text: textOf(id) }))
  const images = await planImages(
    db,
    source.row.id,
    sections.flatMap(({ text }) => text ?? []),
  )
  const seeded = await documents.seedTexts({ sections, years, images })
  if (seeded.unreadable.length) throw new TextUnreadableError(seeded.unreadable.map(id => texts.get(id)).join(', '))

  // Only a samlat svar is followed by its nämnder's answers, not what is made from it.
  const answers = derivation.sameKeys ? await followAnswers(services, actor, source.row, values.year) : []
  const kept = derivation.sameKeys ? carriedValues(template.fields, source.row.values) : {}
  const deadline = legalDeadline(template, values.year)
  return db.transaction(async tx => {
    const there = await instead?.(tx)
    if (there) return there
    await insertReport(tx, actor, prepared, {
      id: reportId,
      madeFrom: source.row.id,
      values: { ...kept, ...factValues(source, template.fields, derivation.reportFields, board.name) },
      ...(deadline === null &&
        derivation.sameKeys &&
        years > 0 &&
        source.row.deadline && { deadline: yearsLater(source.row.deadline, years) }),
    })
    await insertLayers(tx, layers)
    await copyImages(tx, reportId, images)
    if (answers.length)
      await tx.insert(reportAnswer).values(answers.map((answerId, position) => ({ reportId, answerId, position })))
    const { state, stateVector } = seeded
    await tx.insert(reportDocument).values({ reportId, state, stateVector, editorVersion: EDITOR_VERSION })
    await storeSections(tx, reportId, 0, seeded.sections)
    // What the source was then: a title or a year that changes later shows against it.
    const { id, title, year } = source.row
    await recordChange(tx, {
      reportId,
      holderId: null,
      field: 'madeFrom',
      before: null,
      after: { id, title, year },
      actor,
    })
    return { id: reportId }
  })
}
