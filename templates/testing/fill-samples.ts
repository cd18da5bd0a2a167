import type { SectionStructure } from '#editor/core/report-page.ts'
import { isRequired } from '#editor/core/structure/compute.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'
import { unmetNeeds } from '#editor/core/structure/row-need.ts'
import { type Holder, holderOf, type ReportDriver } from './report-driver.ts'
import { sampleValue } from './sample-value.ts'

async function fill(driver: ReportDriver, holder: Holder, fields: readonly Field[], values: Values, n: number) {
  for (const field of fields) {
    const value = values[field.key] === undefined ? sampleValue(field, n) : null
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
async function addNeeded(driver: ReportDriver): Promise<void> {
  const { sections } = await driver.structure()
  for (const section of sections) {
    if (!unmetNeeds(section, sections).length) continue
    const kind = section.needs?.flatMap(({ rows }) => rows).at(-1) ?? ''
    const list = sections.find(
      ({ unit, tables }) => unit?.id === section.unit?.id && tables.some(one => one.kind.key === kind),
    )
    if (list) await driver.addUnit(list.id, kind)
  }
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

/** Fills in what is asked for and still missing: rows, units and values, but no texts. */
export async function fillGaps(driver: ReportDriver): Promise<void> {
  await addUnits(driver, least => least)
  await addRows(driver, least => least)
  await addNeeded(driver)
  const { report, sections } = await driver.structure()
  await fill(driver, { of: 'report', id: report.id }, required(report.fields, report.values), report.values, 1)
  for (const section of sections) {
    if (section.notApplicableReason !== null) continue
    await fill(driver, holderOf(section), required(section.fields, section.values), section.values, 1)
    for (const { kind, rows } of section.tables)
      for (const row of rows)
        await fill(driver, { of: 'unit', id: row.id }, required(kind.fields, row.values), row.values, 1)
  }
}
