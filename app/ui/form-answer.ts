/** What the action of a form answers, beside what is that form's own. */
export interface FormAnswer {
  /** By field: what is wrong and what to do. */
  problems: Record<string, string>
  /** About the whole form. */
  problem: string | null
}
