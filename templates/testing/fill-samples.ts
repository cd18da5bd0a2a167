import type { SectionStructure } from '#editor/core/report-page.ts'
import { isRequired } from '#editor/core/structure/compute.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'
import { unmetNeeds } from '#editor/core/structure/row-need.ts'
import { type Holder, holderOf, type ReportDriver } from './report-driver.ts'
import { sampleValue } from './sample-value.ts'

/** What a number must be at least for those that are measured by it. */
const floorOf = (fields: readonly Field[], key: string, values: Values): number =>
  Math.max(
    0,
    ...fields
      .filter(({ most }) => most?.some(bound => bound.field === key && !bound.in))
      .map(one => Number(values[one.key] ?? 0)),
  )

/** A sample that does not contradict what stands there already. */
function fittingValue(field: Field, fields: readonly Field[], values: Values, n: number): string | null {
  const value = sampleValue(field, n)
  const floor = field.type === 'number' ? floorOf(fields, field.key, values) : 0
  return value !== null && floor > Number(value) ? String(floor) : value
}

async function fill(
  driver: ReportDriver,
  holder: Holder,
  fields: readonly Field[],
  values: Values,
  n: number,
  all: readonly Field[] = fields,
) {
  for (const field of fields) {
    const value = values[field.key] === undefined ? fittingValue(field, all, values, n) : null
    if (value !== null) await driver.setValue(holder, field.key, value)
  }
}

const unitsIn = (sections: readonly SectionStructure[], listedIn: string, kind: string): number =>
  sections.filter(({ unit }) => unit?.head && unit.listedIn === listedIn && unit.kind === kind).length

/** Adds units until every list has `count`, those within units too. */
async function addUnits(driver: ReportDriver, count: (least: number) => number): Promise<void> {
  const { sections } = await driver.structure()
  let added = false
  for (const section of sections)
    for (const { key, least } of section.lists)
      for (let there = unitsIn(sections, section.id, key); there < count(least); there++) {
        await driver.addUnit(section.id, key)
        added = true
      }
  if (added) await addUnits(driver, count)
}

async function addRows(driver: ReportDriver, count: (least: number) => number): Promise<void> {
  for (const { id, tables } of (await driver.structure()).sections)
    for (const { kind, rows } of tables)
      for (let there = rows.length; !kind.fixed && there < count(kind.least); there++)
        await driver.addUnit(id, kind.key)
}

/** Adds a row where an answer asks for one. */
async function addNeeded(driver: ReportDriver): Promise<boolean> {
  const { sections } = await driver.structure()
  let added = false
  for (const section of sections) {
    if (!unmetNeeds(section, sections).length) continue
    const kind = section.needs?.flatMap(({ rows }) => rows).at(-1) ?? ''
    const list = sections.find(
      ({ unit, tables }) => unit?.id === section.unit?.id && tables.some(one => one.kind.key === kind),
    )
    if (!list) continue
    await driver.addUnit(list.id, kind)
    added = true
  }
  return added
}

/** A report with two of everything, a value in every field that can have one, and a text in every section. */
export async function fillSamples(driver: ReportDriver): Promise<void> {
  await addUnits(driver, () => 2)
  await addRows(driver, () => 2)
  const { report, sections } = await driver.structure()
  await fill(driver, { of: 'report', id: report.id }, report.fields, report.values, 1)
  for (const section of sections) {
    await fill(driver, holderOf(section), section.fields, section.values, section.unit?.n ?? 1)
    for (const { kind, rows } of section.tables)
      for (const [index, row] of rows.entries())
        await fill(driver, { of: 'unit', id: row.id }, kind.fields, row.values, index + 1)
    if (section.hasText) await driver.write(section.id, `Löpande text i ${section.number} ${section.heading}.`)
  }
}

const required = (fields: readonly Field[], values: Values): Field[] => fields.filter(one => isRequired(one, values))

async function fillRequired(driver: ReportDriver): Promise<void> {
  const { report, sections } = await driver.structure()
  await fill(driver, { of: 'report', id: report.id }, required(report.fields, report.values), report.values, 1)
  for (const section of sections) {
    if (section.notApplicableReason !== null) continue
    const { fields, values } = section
    await fill(driver, holderOf(section), required(fields, values), values, 1, fields)
    for (const { kind, rows } of section.tables)
      for (const row of rows)
        await fill(driver, { of: 'unit', id: row.id }, required(kind.fields, row.values), row.values, 1, kind.fields)
  }
}

/** Fills in what is asked for and still missing: rows, units and values, but no texts. */
export async function fillGaps(driver: ReportDriver): Promise<void> {
  await addUnits(driver, least => least)
  await addRows(driver, least => least)
  await fillRequired(driver)
  // What has been filled in can ask for more.
  if (await addNeeded(driver)) await fillRequired(driver)
}
