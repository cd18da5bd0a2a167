import { z } from 'zod'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { loadTemplate } from '../reports/load-template.ts'
import { readSections } from '../reports/read-sections.ts'
import { recordChange } from '../reports/record-change.ts'
import { setValue } from '../reports/set-value.ts'
import { seedSections } from '../reports/units/add-unit.ts'
import { findListing } from '../reports/units/find-unit.ts'
import { insertUnit, nextPosition } from '../reports/units/insert-unit.ts'
import { restoreUnit } from '../reports/units/remove-unit.ts'
import type { Services } from '../services.ts'
import { holdFamilies, type Member, readFamily } from './family.ts'
import { quoted } from './insert-report.ts'

const input = z.object({ fromId: z.uuid(), reportId: z.uuid(), lineageId: z.uuid() })

/** What is left to do for the one that is there already, by the actions that change any unit. */
type Left = { restore: string } | { correct: string; key: string; value: string } | null

const unitOf = ({ recommendations }: Member, lineageId: string) =>
  recommendations.find(unit => unit.lineageId === lineageId)

/**
 * Brings a recommendation from one answer to a granskning into another: one that is not there is added after the
 * others, one that was removed comes back with its text, and one in other words is corrected. Answers stay as they are.
 * @throws NotFoundError, NotAllowedError, ReportLockedError
 */
export async function bringRecommendation(services: Pick<Services, 'db'>, actor: Actor, given: unknown): Promise<void> {
  const parsed = input.safeParse(given)
  if (!parsed.success) throw new InvalidInputError({ lineageId: 'required' })
  const { fromId, reportId, lineageId } = parsed.data
  const left = await services.db.transaction(async (tx): Promise<Left> => {
    const from = await findReport(tx, actor, fromId, 'report.read')
    const to = await findReport(tx, actor, reportId, 'report.manage')
    await holdFamilies(tx, to.organisationId)
    const [family, giving, template] = await Promise.all([
      readFamily(tx, to),
      readFamily(tx, from),
      loadTemplate(tx, to),
    ])
    const source = giving && unitOf(giving.self, lineageId)
    const isRelated = giving?.answers.some(({ row }) => row.id === to.id) || giving?.joint?.row.id === to.id
    if (!family || !template || !source || source.removedAt || !isRelated) throw new NotFoundError('recommendation')
    const { rule } = family
    const there = unitOf(family.self, lineageId)
    if (there?.removedAt) return { restore: there.id }
    if (there) return { correct: there.id, key: rule.quote, value: source.values[rule.quote] ?? '' }

    const list = (await readSections(tx, to.id)).find(
      row => row.unitId === null && row.templateSection === rule.section,
    )
    if (!list) throw new NotFoundError('section')
    const { section, kind } = await findListing(tx, actor, { sectionId: list.id, kind: rule.unit })
    if (!('parts' in kind)) throw new NotFoundError('kind')
    const place = {
      reportId: to.id,
      sectionId: section.id,
      level: section.level,
      position: await nextPosition(tx, section.id, kind.key),
    }
    const made = await insertUnit(tx, actor, kind, place, { values: quoted(template, rule, source), lineageId })
    await seedSections(tx, actor, to.id, made.sectionIds)
    const change = { reportId: to.id, holderId: made.unitId, field: 'unit', before: null, after: kind.key, actor }
    await recordChange(tx, change)
    for (const id of [to.id, from.id]) await publish(tx, { type: 'structure', reportId: id })
    return null
  })
  if (left && 'restore' in left) await restoreUnit(services, actor, left.restore)
  if (left && 'correct' in left) {
    const { correct: id, key, value } = left
    await setValue(services, actor, { of: 'unit', id, key, value, correct: true })
  }
  if (left) await publish(services.db, { type: 'structure', reportId: fromId })
}
