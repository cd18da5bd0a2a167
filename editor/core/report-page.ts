import type { AnswersHere } from './answers-here.ts'
import type { DocumentNode } from './document-node.ts'
import type { FigureSet } from './figure.ts'
import type { MovedFigure } from './moved-figure.ts'
import type { PageText } from './page-texts.ts'
import type { SharedRowsOffer } from './shared-rows.ts'
import type { Field, Values } from './structure/field.ts'
import type { Carried, StructuredSection } from './structure/structured-section.ts'

export type SectionStatus = 'empty' | 'draft' | 'done' | 'reviewed'

/** Who changed a field last, and what stood there before; null for nothing. */
export interface FieldChange {
  /** Name. */
  by: string
  /** ISO 8601 instant. */
  at: string
  before: string | null
}

/** By the field's key. */
export type FieldChanges = Record<string, FieldChange>

/** A unit or row that was taken out and can be brought back. */
export interface RemovedUnit {
  id: string
  /** What it was: its heading, or what stood first in its row. */
  name: string
  /** ISO 8601 instant. */
  removedAt: string
  /** Name. */
  removedBy: string
}

export interface SectionStructure extends StructuredSection {
  id: string
  /** Key of the section in its template. */
  key: string
  level: 1 | 2 | 3
  required: 'yes' | 'conditional' | 'no'
  lawReferences: string[]
  guidance: string
  /** Without running text it consists of fields, lists and units. */
  hasText: boolean
  changes: FieldChanges
  /** By the row's id. */
  rowChanges: Record<string, FieldChanges>
  removed: RemovedUnit[]
  /** Not there where nothing came from an earlier report. */
  carried?: Carried
  /** What it shows of the boards' answers; not there where it shows none. */
  assembled?: DocumentNode[]
  /** What other boards' reports have for every board and it lacks; not there where there is nothing. */
  sharedRows?: SharedRowsOffer[]
  status: SectionStatus
  /** Figures that have got another value since it was reviewed; not there where none has. */
  movedFigures?: MovedFigure[]
  /** Who is responsible: a person, everyone with a role, or nobody; never both. */
  ownerId: string | null
  ownerRole: string | null
  /** ISO date. */
  deadline: string | null
  notApplicableReason: string | null
  /** ISO 8601 instant from which nobody writes in the section; null while it is open. */
  lockedAt: string | null
  /** Name of who locked it. */
  lockedBy: string | null
  /** Whether it is given to the person who asks, or to a role of theirs. */
  mine: boolean
  /** Whether the person who asks may write in it. */
  mayWrite: boolean
  /** Whether they may comment on it, which changes nothing of the text. */
  mayComment: boolean
  /** Whether they may say that it is a draft, or done; who manages the report says the rest. */
  maySetStatus: boolean
}

export interface SectionView extends SectionStructure {
  /** As the server last saw it. */
  text: PageText
}

export interface Person {
  id: string
  name: string
  title: string
}

/** A role that a section can be given to. */
export interface RoleChoice {
  key: string
  name: string
  /** Whether anybody has it for the report's board. */
  held: boolean
}

/** Everything of a report but its text and figures: what `changed: structure` makes a client fetch again. */
export interface ReportStructure {
  report: {
    id: string
    title: string
    templateName: string
    boardName: string
    diaryNumber: string | null
    year: number
    /** ISO date. */
    deadline: string | null
    /** ISO 8601 instant. */
    lockedAt: string | null
    lockedBy: string | null
    /** The report that it was made from. */
    madeFrom: { id: string; title: string; year: number } | null
    /** Document types that this person can make from it; `follows` where it would be the next of its own. */
    makes: { key: string; name: string; follows: boolean }[]
    fields: Field[]
    values: Values
    changes: FieldChanges
  }
  sections: SectionStructure[]
  /** Others that answer the same granskning; null for a report that answers none. */
  answers: AnswersHere | null
  /** Of the reports that fields refer to, by id. */
  reportTitles: Record<string, string>
  /** Who can own a section. */
  people: Person[]
  roles: RoleChoice[]
  may: {
    /** In some section: {@link SectionStructure.mayWrite} says in which. */
    write: boolean
    manage: boolean
    lockSections: boolean
    lock: boolean
    export: boolean
    /** Fetches the archive package of what is locked. */
    archive: boolean
  }
  me: Person
}

export interface ReportPage extends ReportStructure {
  sections: SectionView[]
  data: FigureSet
}
