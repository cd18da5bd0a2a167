/** What somebody did to a file after it was signed, as far as it is no further signature. */
export type ChangeKind =
  /** Pages, or what is drawn on them. */
  | 'page'
  | 'annotation'
  | 'attachment'
  /** Title, author and the like. */
  | 'metadata'
  /** Fields of the form, or what is shown in them. */
  | 'form'
  /** How the document opens, its contents, its structure. */
  | 'catalog'
  /** A signature that was there, or what it rests on. */
  | 'signature'
  /** Something that the signed document was made of. */
  | 'object'
  /** The addition is not written so that all readers see the same in it. */
  | 'unclear'
