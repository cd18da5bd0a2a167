import type * as Y from 'yjs'

/** One change of the document schema that stored documents must follow: a node, mark or attribute renamed or removed. */
export interface Migration {
  /** `EDITOR_VERSION` from which documents have the new form. */
  to: number
  /**
   * Changes the document in place, inside one Yjs transaction. The fragment of each section is `getXmlFragment(id)`.
   * It runs once per report, on the server, in the transaction that stores the result; the bytes from before are kept.
   */
  migrate(doc: Y.Doc, sectionIds: readonly string[]): void
}
