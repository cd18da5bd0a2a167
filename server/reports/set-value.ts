import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import type { Field } from '#editor/core/structure/field.ts'
import { parseValue } from '#editor/core/structure/parse-value.ts'
import { InvalidInputError, NotFoundError, ValueSealedError } from '../errors.ts'
import { publish } from '../events.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { Services } from '../services.ts'
import { definitionOf } from './definitions.ts'
import { findReport, type ReportRow } from './find-report.ts'
import { findSection } from './find-section.ts'
import { loadTemplate } from './load-template.ts'
import type { SectionRow } from './read-sections.ts'
import { recordChange } from './record-change.ts'

const change = z.object({
  of: z.enum(['report', 'section', 'unit']),
  id: z.uuid(),
  key: z.string().max(80),
  /** As it was typed; empty for no value. */
  value: z.string().max(25_000),
  /** Puts right what is sealed. */
  correct: z.boolean().default(false),
})

type Holder = Pick<z.infer<typeof change>, 'of' | 'id'>

const TABLE = { report, section: reportSection, unit: reportUnit } as const

/** The unit's kind, and the section that it is written in: its own head, or the section that lists the row. */
async function placeOfUnit(
  tx: Tx,
  unitId: string,
): Promise<{ kind: string; sectionId: string; listedIn: string | null }> {
  const [unit] = await tx.select().from(reportUnit).where(eq(reportUnit.id, unitId))
  if (!unit || unit.removedAt) throw new NotFoundError('unit')
  if (unit.shape === 'row') return { kind: unit.kind, sectionId: unit.sectionId, listedIn: unit.sectionId }
  const [head] = await tx
    .select({ id: reportSection.id })
    .from(reportSection)
    .where(eq(reportSection.unitId, unitId))
    .orderBy(reportSection.position)
    .limit(1)
  if (!head) throw new NotFoundError('unit')
  return { kind: unit.kind, sectionId: head.id, listedIn: null }
}

const continuesMeasure = async (tx: Tx, unitId: string): Promise<boolean> => {
  const [unit] = await tx.select().from(reportUnit).where(eq(reportUnit.id, unitId))
  return unit?.measure === true && unit.lineageId !== unit.id
}

interface Place {
  row: ReportRow
  fields: Field[]
  /** Null where the field is the report's own. */
  section: SectionRow | null
}

/** @throws NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError */
async function findFields(tx: Tx, actor: Actor, { of, id }: Holder): Promise<Place> {
  if (of === 'report') {
    const row = await findReport(tx, actor, id, 'report.manage', { hold: 'rights' })
    return { row, fields: (await loadTemplate(tx, row))?.fields ?? [], section: null }
  }
  const unit = of === 'unit' ? await placeOfUnit(tx, id) : null
  const { report: row, section, unitKind } = await findSection(tx, actor, unit?.sectionId ?? id)
  const definition = definitionOf(await loadTemplate(tx, row), section.templateSection, unitKind)
  if (!unit?.listedIn) return { row, fields: definition.fields, section }
  return { row, fields: definition.rows.find(kind => kind.key === unit.kind)?.fields ?? [], section }
}

/** Who fills in the first field has begun the section, as who writes the first word. */
async function begin(tx: Tx, actor: Actor, { id, reportId }: SectionRow): Promise<void> {
  const begun = await tx
    .update(reportSection)
    .set({ status: 'draft' })
    .where(and(eq(reportSection.id, id), eq(reportSection.status, 'empty')))
    .returning({ id: reportSection.id })
  if (begun.length > 0)
    await recordChange(tx, { reportId, holderId: id, field: 'status', before: 'empty', after: 'draft', actor })
}

/** What the server alone knows of a value. @returns a code for the form, or null */
async function problemOf(tx: Tx, { organisationId }: ReportRow, field: Field, value: string): Promise<string | null> {
  if (field.type === 'diaryNumber') {
    const [row] = await tx
      .select({ pattern: organisation.diaryNumberPattern })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
    return row && new RegExp(row.pattern).test(value) ? null : 'pattern'
  }
  if (field.type !== 'report') return null
  const [other] = isUuid(value)
    ? await tx
        .select({ organisationId: report.organisationId, templateKey: report.templateKey })
        .from(report)
        .where(eq(report.id, value))
    : []
  if (other?.organisationId !== organisationId) return 'report'
  return !field.templates || field.templates.includes(other.templateKey) ? null : 'report'
}

/**
 * Fills in one field of a report, a section or a unit. Fields are written one by one, so that two people who fill in
 * different ones both win; of the same one the later is kept, and what stood there before can be taken back.
 * @returns what stood there, which may be another's of a moment ago
 * @throws InvalidInputError with a code of ValueProblem, 'pattern' or 'report' under `value`
 * @throws ValueSealedError where something quoted stands already, and this is no correction
 * @throws NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function setValue(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  input: unknown,
): Promise<{ before: string | null }> {
  const parsed = change.safeParse(input)
  if (!parsed.success) throw new InvalidInputError({ value: 'required' })
  const { of, id, key, value: typed, correct } = parsed.data
  return db.transaction(async tx => {
    const { row, fields, section } = await findFields(tx, actor, { of, id })
    const field = fields.find(one => one.key === key)
    if (!field) throw new NotFoundError('field')
    const result = parseValue(field, typed)
    if ('problem' in result) throw new InvalidInputError({ value: result.problem })
    const problem = result.value === null ? null : await problemOf(tx, row, field, result.value)
    if (problem) throw new InvalidInputError({ value: problem })

    const table = TABLE[of]
    const [held] = await tx
      .select({ values: table.values, changes: table.valueChanges })
      .from(table)
      .where(eq(table.id, id))
      .for('update')
    const before = held?.values[key] ?? null
    // Of an åtgärd from an earlier report, that its status is the same is an answer too.
    const answers = of === 'unit' && key === 'status' && !held?.changes.status && (await continuesMeasure(tx, id))
    if (before === result.value && !answers) return { before }
    if (field.sealed && before !== null && !(correct && can(actor, 'report.manage', row)))
      throw new ValueSealedError(key)
    const changed = { by: actor.id, at: new Date().toISOString(), before }
    await tx
      .update(table)
      .set({
        values:
          result.value === null
            ? sql`${table.values} - ${key}::text`
            : sql`${table.values} || ${JSON.stringify({ [key]: result.value })}::jsonb`,
        valueChanges: sql`${table.valueChanges} || ${JSON.stringify({ [key]: changed })}::jsonb`,
      })
      .where(eq(table.id, id))
    const holderId = of === 'report' ? null : id
    await recordChange(tx, { reportId: row.id, holderId, field: `value:${key}`, before, after: result.value, actor })
    if (section?.status === 'empty' && result.value !== null) await begin(tx, actor, section)
    await publish(tx, { type: 'structure', reportId: row.id })
    return { before }
  })
}
