import type { DocumentNode } from './document-node.ts'
import type { FigureSet } from './figure.ts'

/**
 * A report with everything it shows, as plain JSON. Screen, PDF, HTML, checks and freeze read this and nothing else,
 * so that no two outputs can disagree.
 */
export interface ResolvedReport {
  format: 1
  editorVersion: number
  organisation: { name: string }
  board: { name: string; administration: string }
  report: {
    id: string
    template: { key: string; version: number; name: string }
    title: string
    diaryNumber: string | null
    year: number
    /** ISO date: the day it was locked, or of this resolve while it is a draft. */
    date: string
    status: 'draft' | 'locked'
    /** Log position that the text shows. */
    seq: number
  }
  sections: ResolvedSection[]
  data: FigureSet
  images: Record<string, ResolvedImage>
}

export interface ResolvedSection {
  id: string
  /** Key of the section in its template. */
  key: string
  /** "3.1.2" */
  number: string
  level: 1 | 2 | 3
  heading: string
  required: 'yes' | 'conditional' | 'no'
  lawReferences: string[]
  /** Reason for "ej tillämpligt", or null. */
  notApplicableReason: string | null
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
