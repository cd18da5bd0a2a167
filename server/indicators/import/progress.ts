/** How far an import has come. */
export interface ImportProgress {
  phase: 'reading' | 'comparing' | 'writing'
  /** Rows read so far. */
  rows: number
  /** How much of the file is read, 0 to 1. */
  share: number
}

export type OnProgress = (progress: ImportProgress) => void
