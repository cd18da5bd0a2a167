import { defineTemplate } from '../template.ts'
import { audit } from './granskning.ts'
import { sections } from './sections.ts'

/** A nämnd's answer to the auditors: kommunallagen (2017:725, KL) 12 kap. The day is set by the missiv, not by law. */
export const revisionssvar = defineTemplate({
  key: 'revisionssvar',
  version: 4,
  name: 'Revisionssvar',
  description: 'Svar på revisorernas granskning, rekommendation för rekommendation.',
  title: 'Svar på revisorernas granskning {år}',
  deadline: null,
  fields: audit,
  sections,
  signing: { order: 'sequence', capacities: ['Handläggare', 'Förvaltningschef', 'Nämndens ordförande'] },
  decision: ['anta yttrandet som nämndens svar på revisorernas granskning', 'överlämna yttrandet till revisorerna'],
  recipients: ['Revisorerna', 'Berörda nämnder', 'Styrelsen'],
})
