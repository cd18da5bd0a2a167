import { internkontrollplan } from './internkontrollplan/template.ts'
import { internkontrollrapport } from './internkontrollrapport/template.ts'
import { manadsrapport } from './manadsrapport/template.ts'
import { namndplan } from './namndplan/template.ts'
import { namndrapport } from './namndrapport/template.ts'
import { patientsakerhetsberattelse } from './patientsakerhetsberattelse/template.ts'
import { patientsakerhetsrapport } from './patientsakerhetsrapport/template.ts'
import { revisionssvar } from './revisionssvar/template.ts'
import { samlatRevisionssvar } from './samlat-revisionssvar/template.ts'
import { samlingsunderlag } from './samlingsunderlag/template.ts'
import type { Template } from './template.ts'
import { tjansteskrivelse } from './tjansteskrivelse/template.ts'

/** The document types of the product, in the order of the menu. */
export const templates: Template[] = [
  patientsakerhetsberattelse,
  patientsakerhetsrapport,
  revisionssvar,
  samlatRevisionssvar,
  internkontrollplan,
  internkontrollrapport,
  tjansteskrivelse,
  namndplan,
  namndrapport,
  manadsrapport,
  samlingsunderlag,
]

export const findTemplate = (key: string): Template | undefined => templates.find(template => template.key === key)
