import type { Field, Values } from './field.ts'
import type { Overview } from './overview.ts'
import type { RowKind } from './row-kind.ts'
import type { RowNeed } from './row-need.ts'

/** What came from an earlier report, before and after somebody has gone through it. */
export type Carried = 'unconfirmed' | 'confirmed'

export interface Row {
  id: string
  values: Values
  /** An åtgärd from an earlier report, of whose status nobody has said anything in this one. */
  unanswered?: true
}

/** A kind of unit that a section lists below itself. */
export interface UnitList {
  key: string
  one: string
  many: string
  /** How many there must be. */
  least: number
}

export interface RowTable {
  kind: RowKind
  rows: Row[]
}

/** The unit that a section belongs to. */
export interface SectionUnit {
  id: string
  /** Key of its kind. */
  kind: string
  /** Id of the section that lists it. */
  listedIn: string
  /** The first of its sections, which holds its fields. */
  head: boolean
  /** Its place among its kind, from 1. */
  n: number
  /** How many of its kind there are. */
  of: number
}

/** What a section consists of besides its running text: the same for screen, print and checks. */
export interface StructuredSection {
  /** "3.1.2" */
  number: string
  heading: string
  fields: Field[]
  values: Values
  tables: RowTable[]
  overview: Overview | null
  /** Rows that the fields' answers ask for; not there where none do. */
  needs?: RowNeed[]
  /** What can be added below it as sections of their own. */
  lists: UnitList[]
  unit: SectionUnit | null
}

/** Of a section that is running text alone. */
export const UNSTRUCTURED: Omit<StructuredSection, 'number' | 'heading'> = {
  fields: [],
  values: {},
  tables: [],
  overview: null,
  lists: [],
  unit: null,
}
