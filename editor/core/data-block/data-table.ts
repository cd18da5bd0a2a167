/** One cell as every output shows it. */
export interface DataCell {
  text: string
  /** What a screen reader says where the sign alone says too little. */
  label?: string
  /** Key of the figure that it shows (`figureKey`); none where it is counted from several. */
  figure?: string
}

export interface DataColumn {
  text: string
  /** Of words, which stand to the left; numbers stand to the right. */
  words?: boolean
}

export interface DataRow {
  /** No other row of the table has it. */
  id: string
  heading: DataCell
  /** `part`: of the row above, for women and men. `total`: of several rows. */
  kind?: 'part' | 'total'
  cells: DataCell[]
}

/** A table of live figures that screen, HTML, PDF, DOCX and text all show. */
export interface DataTable {
  caption: string
  /** Head of the row headings, then one per value column. */
  columns: DataColumn[]
  /** Rows under one area heading; the area is empty for rows that stand alone. */
  groups: { area: string; rows: DataRow[] }[]
  /** What must be known to read the figures right. */
  notes: string[]
  /** Where the figures came from, one line per import. */
  sources: string[]
  /** For who writes, not for who reads: shown in the editor alone. */
  warnings: string[]
  /** What is said instead of the table. */
  empty: string | null
}
