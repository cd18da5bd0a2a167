import type { ReportStructure, SectionStructure } from '#editor/core/report-page.ts'
import type { Template } from '../template.ts'
import { type PlacedRow, type PlacedValue, placeRow } from './place-row.ts'
import type { Holder, ReportDriver } from './report-driver.ts'
import type { SeedFile } from './seed-places.ts'

/** What must be printed in a section, together and in no certain order. */
export interface Expected {
  sectionId: string
  texts: string[]
}

interface Open {
  unitId: string
  /** Says whether the next row is about the same unit. */
  name: string
}

const printedOf = (values: PlacedValue[]): string[] => values.flatMap(({ printed }) => printed ?? [])

/** A report as it is filled from one file, row by row. */
class Filling {
  readonly expected: Expected[] = []
  #open: Open[] = []
  #sections: SectionStructure[]
  readonly #reportId: string

  /** @param structure before the first row; units alone bring new sections */
  constructor(
    private readonly driver: ReportDriver,
    { report, sections }: ReportStructure,
  ) {
    this.#reportId = report.id
    this.#sections = sections
  }

  async #set(holder: Holder, values: PlacedValue[]): Promise<void> {
    for (const { key, value } of values) if (value !== null) await this.driver.setValue(holder, key, value)
  }

  #find(what: string, is: (section: SectionStructure) => boolean): SectionStructure {
    const found = this.#sections.find(is)
    if (!found) throw new Error(`no section ${what}`)
    return found
  }

  /** Goes into the units that the row is about, and makes those that are not there yet. */
  async #enter(units: PlacedRow['units']): Promise<void> {
    for (const [depth, { kind, values }] of units.entries()) {
      const name = JSON.stringify([kind, values])
      if (this.#open[depth]?.name === name) continue
      const parent = this.#open[depth - 1]?.unitId
      const list = this.#find(
        `that lists ${kind}`,
        one => one.lists.some(({ key }) => key === kind) && (depth === 0 || one.unit?.id === parent),
      )
      const unitId = await this.driver.addUnit(list.id, kind)
      await this.#set({ of: 'unit', id: unitId }, values)
      this.#open = [...this.#open.slice(0, depth), { unitId, name }]
      this.#sections = (await this.driver.structure()).sections
      const head = this.#find(kind, one => one.unit?.head === true && one.unit.id === unitId)
      this.expected.push({ sectionId: head.id, texts: printedOf(values) })
    }
  }

  async row({ report, units, rows, texts, isSum }: PlacedRow): Promise<void> {
    await this.#set({ of: 'report', id: this.#reportId }, report)
    await this.#enter(units)
    const inside = (section: SectionStructure): boolean =>
      (section.unit?.id ?? null) === (units.length ? (this.#open.at(-1)?.unitId ?? null) : null)
    for (const { kind, values } of rows) {
      const list = this.#find(
        `with ${kind}`,
        one => inside(one) && one.tables.some(({ kind: { key } }) => key === kind),
      )
      if (!isSum) await this.#set({ of: 'unit', id: await this.driver.addUnit(list.id, kind) }, values)
      this.expected.push({ sectionId: list.id, texts: printedOf(isSum ? values.slice(1) : values) })
    }
    for (const { part, text } of texts) {
      const section = this.#find(part, one => inside(one) && one.key === part)
      await this.driver.write(section.id, text)
      this.expected.push({ sectionId: section.id, texts: [text] })
    }
  }
}

/** Fills a report from the rows of a real document. @returns what its outputs must say, in the order of the rows */
export async function fillFile(
  driver: ReportDriver,
  template: Template,
  seed: SeedFile,
  rows: readonly Record<string, string>[],
): Promise<Expected[]> {
  const filling = new Filling(driver, await driver.structure())
  for (const row of rows) {
    await filling.row(placeRow(template, seed, row))
  }
  return filling.expected
}
