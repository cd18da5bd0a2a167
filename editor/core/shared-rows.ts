/** Rows that another board's report has for every board, and that a section lacks or has in older words. */
export interface SharedRowsOffer {
  /** Report that has them. */
  fromId: string
  boardName: string
  /** Key of the kind of rows. */
  kind: string
  /** "kontrollmoment" */
  many: string
  missing: number
  changed: number
}
