import { defineTemplate } from '../template.ts'
import { head } from './huvud.ts'
import { sections } from './sections.ts'

/**
 * The follow-up of the internkontrollplan: whether internal control is sufficient to prevent errors and irregularities
 * ("fel och oegentligheter"), KL 6 kap. 6 § as it reads from 1 July 2025.
 */
export const internkontrollrapport = defineTemplate({
  key: 'internkontrollrapport',
  version: 3,
  name: 'Internkontrollrapport',
  description: 'Uppföljning av internkontrollplanen, moment för moment, med samlad bedömning.',
  title: 'Internkontrollrapport {år}',
  deadline: null,
  fields: head,
  sections,
  signing: { order: 'sequence', capacities: ['Förvaltningschef', 'Nämndens ordförande'] },
  decision: [
    'godkänna internkontrollrapporten för år {år}',
    'överlämna internkontrollrapporten till styrelsen och revisorerna',
  ],
  recipients: ['Styrelsen', 'Revisorerna', 'Akten'],
})
