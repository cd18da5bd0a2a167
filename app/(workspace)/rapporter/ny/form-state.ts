import type { FieldName } from './sv.ts'

/** What the form was sent with, and what was wrong with it. */
export interface FormState {
  values: Record<FieldName, string>
  /** Keys of the sections of level 1 whose text comes along from the source. */
  texts: string[]
  /** Swedish, by field. */
  errors: Partial<Record<FieldName, string>>
  /** Swedish; about the form as a whole. */
  message: string | null
}
