import { randomUUID } from 'node:crypto'
import { and, eq, max } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportSection, reportUnit } from '#db/schema/report.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { UnitKind } from '#templates/schema/section.ts'
import type { Actor } from '../../policies/actor.ts'
import { begunInList } from './begun-values.ts'

export interface Place {
  reportId: string
  /** The section that lists it. */
  sectionId: string
  /** Heading level of that section. */
  level: number
  position: number
}

export interface Inserted {
  unitId: string
  /** Its sections and those of the units within it, which the document must get a place for. */
  sectionIds: string[]
}

interface Origin {
  values?: Record<string, string> | undefined
  /** The unit that it continues; without it, it begins here. */
  lineageId?: string | undefined
}

/** Where the next one of its kind goes. */
export async function nextPosition(tx: Tx, sectionId: string, kind: string): Promise<number> {
  const [last] = await tx
    .select({ position: max(reportUnit.position) })
    .from(reportUnit)
    .where(and(eq(reportUnit.sectionId, sectionId), eq(reportUnit.kind, kind)))
  return (last?.position ?? -1) + 1
}

async function insert(
  tx: Tx,
  actor: Actor,
  kind: RowKind | UnitKind,
  { reportId, sectionId, position }: Place,
  { values, lineageId }: Origin,
): Promise<string> {
  const id = randomUUID()
  const begun = await begunInList(tx, kind, { reportId, sectionId })
  await tx.insert(reportUnit).values({
    id,
    reportId,
    sectionId,
    kind: kind.key,
    shape: 'parts' in kind ? 'section' : 'row',
    measure: 'measure' in kind && kind.measure,
    lineageId: lineageId ?? id,
    position,
    values: { ...begun, ...values },
    createdBy: actor.id,
  })
  return id
}

/** A row of a table. */
export async function insertRow(
  tx: Tx,
  actor: Actor,
  kind: RowKind,
  place: Place,
  origin: Origin = {},
): Promise<Inserted> {
  return { unitId: await insert(tx, actor, kind, place, origin), sectionIds: [] }
}

type NewSection = typeof reportSection.$inferInsert

/** A unit with the sections of its head and its parts, and with what these start with. */
export async function insertUnit(
  tx: Tx,
  actor: Actor,
  kind: UnitKind,
  place: Place,
  origin: Origin = {},
): Promise<Inserted> {
  const unitId = await insert(tx, actor, kind, place, origin)
  const { reportId, level } = place
  const common = { reportId, unitId }
  const head: NewSection = {
    ...common,
    position: 0,
    templateSection: kind.key,
    level: level + 1,
    heading: kind.heading,
    guidance: kind.guidance,
    lawReferences: kind.lawReferences,
    required: 'no',
    hasText: kind.text,
  }
  const parts = kind.parts.map(
    (part, index): NewSection => ({
      ...common,
      position: index + 1,
      templateSection: part.key,
      level: level + 2,
      heading: part.heading,
      guidance: part.guidance,
      lawReferences: part.lawReferences,
      required: part.required,
      hasText: part.text,
    }),
  )
  const rows = await tx
    .insert(reportSection)
    .values([head, ...parts])
    .returning({ id: reportSection.id, position: reportSection.position })
  const ids = rows.toSorted((one, other) => one.position - other.position).map(row => row.id)
  const within: string[] = []
  for (const [index, holder] of [kind, ...kind.parts].entries())
    within.push(
      ...(await insertStart(tx, actor, holder, {
        reportId,
        sectionId: ids[index] ?? '',
        level: level + (index ? 2 : 1),
      })),
    )
  return { unitId, sectionIds: [...ids, ...within] }
}

/** The rows and units that a section starts with. @returns sections that the document must get a place for */
export async function insertStart(
  tx: Tx,
  actor: Actor,
  { rows, units = [] }: { rows: RowKind[]; units?: UnitKind[] },
  place: Omit<Place, 'position'>,
): Promise<string[]> {
  for (const kind of rows)
    for (const [position, values] of kind.start.entries())
      await insertRow(tx, actor, kind, { ...place, position }, { values })
  const sectionIds: string[] = []
  for (const kind of units)
    for (const [position, values] of kind.start.entries())
      sectionIds.push(...(await insertUnit(tx, actor, kind, { ...place, position }, { values })).sectionIds)
  return sectionIds
}
