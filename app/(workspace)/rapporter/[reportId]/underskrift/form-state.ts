export interface SigningFormState {
  /** By field: what is wrong and what to do. */
  problems: Record<string, string>
  /** About the whole form. */
  problem: string | null
  saved: boolean
}

export const NOTHING: SigningFormState = { problems: {}, problem: null, saved: false }
