import { patientsakerhetsberattelse } from './patientsakerhetsberattelse/template.ts'
import type { Template } from './template.ts'

/** Every document type that a report can be made from, in the order of the menu. */
export const templates: Template[] = [patientsakerhetsberattelse]

export const findTemplate = (key: string): Template | undefined => templates.find(template => template.key === key)
