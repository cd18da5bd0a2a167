import type { Tx } from '#db/client.ts'
import { reportDocument } from '#db/schema/document.ts'
import type { board } from '#db/schema/organisation.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import type { JointAnswer } from '#templates/joint-answer.ts'
import { unitKinds } from '#templates/kinds.ts'
import type { Template } from '#templates/template.ts'
import { seedDocument } from '../documents/seed-document.ts'
import type { Actor } from '../policies/actor.ts'
import { insertReport } from '../reports/create-report.ts'
import type { ReportRow } from '../reports/find-report.ts'
import { insertSections } from '../reports/insert-sections.ts'
import { keptValues } from '../reports/make-from/carried-values.ts'
import type { UnitRow } from '../reports/read-sections.ts'
import { readSections } from '../reports/read-sections.ts'
import { recordChange } from '../reports/record-change.ts'
import { insertUnit } from '../reports/units/insert-unit.ts'

export interface Made {
  /** Whose granskning it is about. */
  source: ReportRow
  rule: JointAnswer
  template: Template
  board: typeof board.$inferSelect
  title: string
  /** In the order in which they shall stand. */
  recommendations: readonly UnitRow[]
}

/** The values of a unit that are quoted: what an author answers stays where it was written. */
export const quoted = (template: Template, rule: JointAnswer, { values }: UnitRow): Record<string, string> => {
  const kind = unitKinds(template).find(({ key }) => key === rule.unit)
  return keptValues(
    (kind?.fields ?? []).filter(field => field.sealed),
    values,
  )
}

/** A report about a granskning that another one is about too: its facts and its recommendations, and no answer. */
export async function insertAbout(
  tx: Tx,
  actor: Actor,
  { source, rule, template, board, title, recommendations }: Made,
): Promise<string> {
  const { id } = await insertReport(
    tx,
    actor,
    {
      board,
      template,
      values: { templateKey: template.key, boardId: board.id, year: source.year, diaryNumber: null, title },
    },
    {
      madeFrom: source.id,
      deadline: source.values[rule.due] ?? source.deadline,
      values: keptValues(
        template.fields.filter(({ key }) => rule.review.includes(key)),
        source.values,
      ),
    },
  )
  const sectionIds = await insertSections(tx, actor, template, id)
  const list = (await readSections(tx, id)).find(row => row.unitId === null && row.templateSection === rule.section)
  const kind = unitKinds(template).find(({ key }) => key === rule.unit)
  if (!list || !kind) throw new Error(`${template.key} lists no ${rule.unit}`)
  for (const [position, unit] of recommendations.entries()) {
    const place = { reportId: id, sectionId: list.id, level: list.level, position }
    const origin = { values: quoted(template, rule, unit), lineageId: unit.lineageId }
    sectionIds.push(...(await insertUnit(tx, actor, kind, place, origin)).sectionIds)
  }
  await tx.insert(reportDocument).values({ reportId: id, ...seedDocument(sectionIds), editorVersion: EDITOR_VERSION })
  const { id: from, title: was, year } = source
  await recordChange(tx, {
    reportId: id,
    holderId: null,
    field: 'madeFrom',
    before: null,
    after: { id: from, title: was, year },
    actor,
  })
  return id
}
