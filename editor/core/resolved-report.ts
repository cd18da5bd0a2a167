import type { DocumentNode } from './document-node.ts'
import type { DocumentProfile } from './document-profile.ts'
import type { FigureSet } from './figure.ts'
import type { MovedFigure } from './moved-figure.ts'
import type { Field, Values } from './structure/field.ts'
import type { Fact } from './structure/print/field-facts.ts'
import type { Carried, StructuredSection } from './structure/structured-section.ts'

/**
 * A report with everything it shows, as plain JSON. Screen, PDF, HTML, checks and freeze read this and nothing else,
 * so that no two outputs can disagree.
 */
export interface ResolvedReport {
  format: 2
  editorVersion: number
  /** `number`: organisationsnummer, and `profile`: how its documents look; not there where nobody has given or chosen it. */
  organisation: { name: string; number?: string; profile?: DocumentProfile }
  board: { name: string; administration: string }
  report: {
    id: string
    template: { key: string; version: number; name: string }
    /** Printed without cover and contents; not there where it has them. */
    opening?: 'head'
    title: string
    diaryNumber: string | null
    year: number
    /** From 1; one more each time a locked report was opened anew. Not there in what was locked before versions. */
    version?: number
    /** ISO date: the day it was locked, or of this resolve while it is a draft. */
    date: string
    status: 'draft' | 'locked'
    /** For everybody, without small numbers; not there in the version that the organisation keeps. */
    audience?: 'public'
    /** Log position that the text shows. */
    seq: number
    fields: Field[]
    values: Values
    /** The fields that have a value, in words. */
    facts: Fact[]
    /** The report that it was made from; not there where it was made from none. */
    madeFrom?: Origin
  }
  sections: ResolvedSection[]
  /** Boards that are asked the same as this report answers; not there where the report is no answer. */
  asked?: AskedBoard[]
  /** The boards' answers that it is put together from; not there where it is put together from none. */
  joint?: ResolvedJoint
  data: FigureSet
  images: Record<string, ResolvedImage>
}

export interface AskedBoard {
  /** As the report names it. */
  name: string
  /** Whether the organisation has a board of that name. */
  isBoard: boolean
  hasAnswer: boolean
}

/** What a joint answer was put together from, as it was then. Its words stand in the sections. */
export interface ResolvedJoint {
  answers: ResolvedAnswer[]
  /** The joint answer's own, by the section that each heads. */
  recommendations: { sectionId: string; lineageId: string; quote: string }[]
}

/** One board's answer, in the version that is shown. */
export interface ResolvedAnswer {
  id: string
  title: string
  board: string
  status: 'draft' | 'locked'
  /** ISO date of the lock, or of the resolve. */
  date: string
  /** Log position that its text shows. */
  seq: number
  recommendations: { lineageId: string; heading: string; quote: string; answered: boolean }[]
}

export interface Origin {
  id: string
  title: string
  year: number
  /** What the two were when the report was made. */
  was: { title: string; year: number }
}

export interface ResolvedSection extends StructuredSection {
  id: string
  /** Key of the section in its template. */
  key: string
  level: 1 | 2 | 3
  required: 'yes' | 'conditional' | 'no'
  lawReferences: string[]
  /** Reason for "ej tillämpligt", or null. */
  notApplicableReason: string | null
  /** Whether anybody has said that what came from the earlier report holds; not there where nothing did. */
  carried?: Carried
  /** Figures that have got another value since it was reviewed; not there where none has. */
  movedFigures?: MovedFigure[]
  /** Running text alone, as its authors wrote it; null where the section has none. */
  written: DocumentNode | null
  /** All that is printed under the heading: fields, overview, running text, lists. */
  content: DocumentNode
}

export interface ResolvedImage {
  id: string
  sha256: string
  mediaType: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
}

/** Whether it has a cover and a list of contents; a short document has a head instead. */
export const hasCover = ({ report }: Pick<ResolvedReport, 'report'>): boolean => report.opening !== 'head'
