import type { Figure, FigureRef, Unit } from '#editor/core/figure.ts'
import type { ImportNotice, ImportProblem } from './problem.ts'

/** A value that the import would write. Values are decimals with point; null is missing. */
export interface PreviewChange {
  indicatorId: string
  area: string
  name: string
  unit: Unit
  unitText: string
  kind: FigureRef['kind']
  period: string
  gender: FigureRef['gender']
  /** Line of the file. */
  line: number
  old: string | null
  new: string | null
  oldDenominator: string | null
  newDenominator: string | null
  /** `final`, `preliminary`, `suppressed`, `missing` or `withdrawn`; null where nothing is stored. */
  oldStatus: string | null
  newStatus: string
  oldGoal: Figure['goal'] | null
  newGoal: Figure['goal'] | null
  oldNote: string | null
  newNote: string | null
}

export interface PreviewIndicator {
  id: string
  area: string
  name: string
}

/** What importing a file would do. Lists hold the first 200; the counts are of everything. */
export interface ImportPreview {
  draftId: string
  source: string
  sourceName: string
  method: 'file' | 'paste'
  fileName: string
  sha256: string
  notices: ImportNotice[]
  errors: ImportProblem[]
  errorCount: number
  /** Rows that have errors. */
  rejectedRows: number
  /** Rows below the header. */
  rowCount: number
  /** Values with no stored value before, missing ones included. */
  newCount: number
  changedCount: number
  unchangedCount: number
  /** Values that the file says are missing or suppressed. */
  missingCount: number
  /** Stored values that the file changes. */
  changes: PreviewChange[]
  /** Values that are new; `old` is null. */
  additions: PreviewChange[]
  newIndicators: PreviewIndicator[]
  newIndicatorCount: number
  /** Indicators of the source that the file says nothing about; they stay as they are. */
  absentIndicators: PreviewIndicator[]
  absentIndicatorCount: number
  /** The newest import of exactly this file. */
  duplicateOfImport: { importId: string; fileName: string | null; importedAt: string; importedBy: string } | null
  /** No errors, and not a file that was imported before and changes nothing. */
  canConfirm: boolean
  /** There are errors, but only in rows, and the other rows would change something. */
  canConfirmRest: boolean
}
