import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { Derivation } from '#templates/derivation.ts'
import type { Part, TemplateSection, UnitKind } from '#templates/schema/section.ts'
import type { Template } from '#templates/template.ts'
import type { SectionRow, UnitRow } from '../read-sections.ts'
import { carriedRows, type Years } from './carried-rows.ts'
import { type CarriedUnit, carriedUnits, mappedUnits } from './carried-units.ts'
import { carriedValues } from './carried-values.ts'
import { decisionRows, factValues } from './facts.ts'
import { yearsLater } from './later.ts'
import { listedBelow } from './listed-below.ts'
import { type Layer, type NewSection, newSection, newUnit, type Origin } from './new-rows.ts'
import type { Source } from './source.ts'

export interface Target {
  reportId: string
  template: Template
  derivation: Derivation
  /** How much later than the source, in years. */
  years: number
  /** Keys of the sections of level 1 whose text comes along. */
  texts: ReadonlySet<string>
  /** Who can own sections of the new report. */
  owners: ReadonlySet<string>
  createdBy: string
  /** Of the new report. */
  boardName: string
}

export interface CarriedStructure {
  layers: Layer[]
  /** Section of the source by the new section that takes its text over. */
  texts: Map<string, string>
}

type Holder = TemplateSection | UnitKind | Part

/** Where in the report something is being made. */
interface Place {
  section: NewSection
  /** Whether its chapter's text comes along. */
  withText: boolean
  /** Rows and units of the source that were listed there. */
  listed: readonly UnitRow[]
  depth: number
}

/** Everything of a new report but its text, made from the source: pure, but for the new ids. */
export class CarryStructure {
  private readonly layers: Layer[] = []
  private readonly texts = new Map<string, string>()
  private readonly taken = new Set<string>()

  constructor(
    private readonly source: Source,
    private readonly target: Target,
  ) {}

  run(): CarriedStructure {
    const { template, texts } = this.target
    let withText = false
    for (const [position, definition] of template.sections.entries()) {
      if (definition.level === 1) withText = texts.has(definition.key)
      const from = this.sectionOf(null, definition.key)
      const section = this.section(definition, { position, level: definition.level, unitId: null, depth: 0 })
      this.fill(section, definition, from, withText)
      this.list({ section, withText, listed: this.listedBelow(definition, from), depth: 0 }, definition)
    }
    return { layers: this.layers, texts: this.texts }
  }

  private layer(depth: number): Layer {
    const found = this.layers[depth] ?? { sections: [], units: [] }
    this.layers[depth] = found
    return found
  }

  private section(
    definition: Holder,
    { depth, ...place }: { position: number; level: number; unitId: string | null; depth: number },
  ): NewSection {
    const made = newSection(definition, { reportId: this.target.reportId, ...place })
    this.layer(depth).sections.push(made)
    return made
  }

  private sectionOf(unitId: string | null, key: string): SectionRow | null {
    if (!this.target.derivation.sameKeys) return null
    return this.source.sections.find(row => row.unitId === unitId && row.templateSection === key) ?? null
  }

  private listedBelow(definition: TemplateSection, from: SectionRow | null): UnitRow[] {
    const { template, derivation } = this.target
    if (!derivation.sameKeys) return []
    return listedBelow(this.source, template, definition, from).filter(unit => this.take(unit))
  }

  /** Each unit of the source comes along once. */
  private take({ id }: UnitRow): boolean {
    if (this.taken.has(id)) return false
    this.taken.add(id)
    return true
  }

  /** Fields, owner, deadline, text and reason of a section; marked as carried where anything of them has words. */
  private fill(section: NewSection, definition: Holder, from: SectionRow | null, withText: boolean): void {
    const { derivation, years, owners, boardName } = this.target
    const facts = derivation.sectionFields.find(one => section.unitId === null && one.section === definition.key)
    if (facts) section.values = factValues(this.source, definition.fields, facts.fields, boardName)
    if (!from) return
    // The fields of a unit stand on the unit; its head has none of its own.
    section.values = { ...carriedValues(definition.fields, from.values), ...section.values }
    section.ownerId = from.ownerId && owners.has(from.ownerId) ? from.ownerId : null
    section.ownerRole = from.ownerRole
    section.deadline = from.deadline && years > 0 ? yearsLater(from.deadline, years) : null
    if (withText) section.notApplicableReason = from.notApplicableReason
    if (withText && section.hasText && this.source.texts.has(from.id)) this.texts.set(section.id, from.id)
    if (Object.keys(section.values).length || section.notApplicableReason || this.texts.has(section.id))
      section.carriedFrom = from.id
  }

  /** The rows and units that a section lists. */
  private list({ section, withText, listed, depth }: Place, definition: Holder): void {
    for (const kind of definition.rows) {
      const sources = listed.filter(unit => unit.kind === kind.key)
      for (const [position, origin] of this.rowsOf(kind, definition.key, sources).entries())
        this.layer(depth).units.push(newUnit(kind, this.at(section, position), origin))
      if (!kind.measure && !kind.ofPeriod) this.markCarried(section, sources)
    }
    for (const kind of 'units' in definition ? definition.units : [])
      for (const [position, { origin, from }] of this.unitsOf(kind, definition.key, listed).entries())
        this.unit(kind, { section, withText, depth, position, origin, from })
  }

  private years(): Years {
    const from = this.source.row.year
    return { from, to: from + this.target.years }
  }

  private at({ id: sectionId }: NewSection, position: number): Parameters<typeof newUnit>[1] {
    const { reportId, createdBy, boardName } = this.target
    return { reportId, sectionId, position, createdBy, boardName, boardBefore: this.source.board.name }
  }

  private markCarried(section: NewSection, sources: readonly UnitRow[]): void {
    section.carriedFrom ??= sources[0]?.sectionId
  }

  private rowsOf(kind: RowKind, section: string, sources: readonly UnitRow[]): Origin[] {
    const given = decisionRows(this.source, this.target.derivation, section, kind)
    return given ? given.map(values => ({ values, lineageId: null })) : carriedRows(kind, sources, this.years())
  }

  private unitsOf(kind: UnitKind, section: string, listed: readonly UnitRow[]): CarriedUnit[] {
    const mapping = this.target.derivation.units.find(one => one.section === section && one.kind === kind.key)
    if (mapping) return mappedUnits(kind, mapping, this.source.units)
    return carriedUnits(
      kind,
      listed.filter(unit => unit.kind === kind.key),
      this.years().to,
    )
  }

  /** A unit with its head and its parts, and with what these list. */
  private unit(
    kind: UnitKind,
    {
      section,
      withText,
      depth,
      position,
      origin,
      from,
    }: Omit<Place, 'listed'> & { position: number; origin: Origin; from: UnitRow | null },
  ): void {
    const made = newUnit(kind, this.at(section, position), origin)
    this.layer(depth).units.push(made)
    for (const [index, definition] of [kind, ...kind.parts].entries()) {
      const level = section.level + (index ? 2 : 1)
      const part = this.section(definition, { position: index, level, unitId: made.id, depth: depth + 1 })
      const source = from && this.sectionOf(from.id, definition.key)
      this.fill(part, definition, source, withText)
      if (index === 0 && source && Object.keys(origin.values).length) part.carriedFrom = source.id
      const listed = source ? this.source.units.filter(unit => unit.sectionId === source.id && this.take(unit)) : []
      this.list({ section: part, withText, listed, depth: depth + 1 }, definition)
    }
  }
}

export const carryStructure = (source: Source, target: Target): CarriedStructure =>
  new CarryStructure(source, target).run()
