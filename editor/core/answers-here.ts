/** Another board's answer to the same granskning, as far as the reader may read it. */
export interface AnswerState {
  id: string
  boardName: string
  /** Null where the reader may not read it: of a samlat svar they see which nämnder are in it. */
  progress: { answered: number; of: number } | null
  /** ISO date; null while it is a draft. */
  lockedOn: string | null
}

/** A recommendation that one of two answers lacks, or quotes in older words; whoever may can bring it over. */
export interface AnswerOffer {
  /** Report that has it. */
  from: { id: string; boardName: string }
  /** Report that gets it. */
  to: { id: string; boardName: string; isHere: boolean }
  lineageId: string
  /** Its number where it is. */
  n: number
  kind: 'missing' | 'corrected'
  quote: string
}

/** What a report shows of those that answer the same granskning. */
export interface AnswersHere {
  /** Put together from the others. */
  isJoint: boolean
  others: AnswerState[]
  offers: AnswerOffer[]
  /** Boards that the reader can give an answer of their own; the `answer` of those that have one. */
  boards: { id: string; name: string; answer: string | null }[]
  /** How many there are to answer. */
  recommendations: number
  /** ISO date when answers are due; null where nobody has said. */
  due: string | null
  /** What the answers are put together in, where the reader may read it. */
  joint: { id: string; title: string; boardName: string } | null
  /** Boards where the reader can put the answers together; none where somebody has. */
  jointBoards: { id: string; name: string }[]
  /** Of a joint answer: answers that it does not show, for whoever may take them in. */
  notIncluded: AnswerState[]
}
