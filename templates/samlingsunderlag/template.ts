import { proposal } from '../shared/att-sats.ts'
import { defineTemplate } from '../template.ts'
import { delegated, incoming } from './rows.ts'

/** What a nämnd is told of at a meeting: decisions by delegation, and papers that have come in. */
export const samlingsunderlag = defineTemplate({
  key: 'samlingsunderlag',
  version: 4,
  name: 'Delegationsbeslut och anmälningsärenden',
  description: 'Samlingsunderlag till ett sammanträde: beslut på delegation och inkomna handlingar för en period.',
  title: 'Delegationsbeslut och anmälningsärenden {år}',
  deadline: null,
  opening: 'head',
  fields: [
    { type: 'period', key: 'period', label: 'Period', required: true },
    { type: 'date', key: 'sammantradesdatum', label: 'Sammanträdesdatum', least: [{ field: 'period' }] },
  ],
  sections: [
    proposal([
      { verb: 'lagga-till-handlingarna', objekt: 'redovisningen av delegationsbeslut' },
      { verb: 'lagga-till-handlingarna', objekt: 'anmälningsärendena' },
    ]),
    {
      key: 'delegationsbeslut',
      level: 1,
      heading: 'Delegationsbeslut',
      guidance: 'Beslut under perioden, i datumordning. Inga uppgifter om enskilda. Fanns inga: ej tillämpligt.',
      required: 'conditional',
      lawReferences: [],
      text: false,
      rows: [delegated],
    },
    {
      key: 'anmalningsarenden',
      level: 1,
      heading: 'Anmälningsärenden',
      guidance: 'Handlingar som har kommit in under perioden, samlade efter avsändare. Fanns inga: ej tillämpligt.',
      required: 'conditional',
      lawReferences: [],
      text: false,
      rows: [incoming],
    },
  ],
  signing: { order: 'sequence', capacities: ['Nämndsekreterare'] },
  decision: [
    'lägga redovisningen av delegationsbeslut till handlingarna',
    'lägga anmälningsärendena till handlingarna',
  ],
  recipients: ['Akten'],
})
