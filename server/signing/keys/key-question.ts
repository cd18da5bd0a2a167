/** What the person at the keyboard must enter for one signature, as who holds the key wants it. */
export interface KeyQuestion {
  id: string
  /** In the words of who asks: "PIN". */
  label: string
  /** Digits alone are wanted. */
  digits: boolean
  /** The person gets something first, which the answer follows from: a code by SMS, a question. */
  isSent: boolean
}

/** Answers by the id of the question. For one signature: they are kept nowhere, and no error or log holds them. */
export type KeyAnswers = ReadonlyMap<string, string>
