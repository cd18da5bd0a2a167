import type { FigureSet } from './figure.ts'
import type { PageText } from './page-texts.ts'

export type SectionStatus = 'empty' | 'draft' | 'done' | 'reviewed'

export interface SectionStructure {
  id: string
  /** Key of the section in its template. */
  key: string
  /** "3.1.2" */
  number: string
  level: 1 | 2 | 3
  heading: string
  required: 'yes' | 'conditional' | 'no'
  lawReferences: string[]
  guidance: string
  status: SectionStatus
  ownerId: string | null
  /** ISO date. */
  deadline: string | null
  notApplicableReason: string | null
  /** ISO 8601 instant from which nobody writes in the section; null while it is open. */
  lockedAt: string | null
  /** Name of who locked it. */
  lockedBy: string | null
  /** Whether the person who asks may write in it. */
  mayWrite: boolean
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
  }
  sections: SectionStructure[]
  /** Who can own a section. */
  people: Person[]
  may: {
    /** In some section: {@link SectionStructure.mayWrite} says in which. */
    write: boolean
    manage: boolean
    lockSections: boolean
    lock: boolean
    export: boolean
  }
  me: Person
}

export interface ReportPage extends ReportStructure {
  sections: SectionView[]
  data: FigureSet
}
