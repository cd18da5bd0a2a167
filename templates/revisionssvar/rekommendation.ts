import type { RowKindInput, UnitKindInput } from '../shared/as-written.ts'
import { plannedMeasures, takenMeasures } from '../shared/measure-rows.ts'

const costedMeasures: RowKindInput = {
  ...plannedMeasures,
  fields: [
    ...plannedMeasures.fields.map(field =>
      field.key === 'klart'
        ? { ...field, most: [{ field: 'svar-senast', in: 'report' as const, plus: { months: 24 } }] }
        : field,
    ),
    { type: 'number', key: 'kostnad', label: 'Kostnad', unit: 'tkr', min: 0, hint: 'Om åtgärden kostar något extra.' },
  ],
}

/** A recommendation in the auditors' own words, and the four parts of the answer to it. */
export const recommendation: UnitKindInput = {
  key: 'rekommendation',
  one: 'rekommendation',
  many: 'rekommendationer',
  heading: 'Rekommendation {n}',
  guidance: 'Återge rekommendationen ordagrant ur granskningsrapporten. Svara i alla fyra delarna.',
  fields: [
    {
      type: 'text',
      key: 'rekommendation',
      label: 'Revisorernas rekommendation',
      long: true,
      quote: true,
      sealed: true,
      required: true,
    },
    {
      type: 'choice',
      key: 'installning',
      label: 'Inställning',
      carried: true,
      required: true,
      options: [
        { key: 'instammer', label: 'Instämmer' },
        { key: 'delvis', label: 'Instämmer delvis' },
        { key: 'instammer-ej', label: 'Instämmer ej' },
      ],
    },
    {
      type: 'text',
      key: 'motivering',
      label: 'Motivering',
      long: true,
      required: { field: 'installning', is: ['delvis', 'instammer-ej'] },
    },
  ],
  parts: [
    {
      key: 'vidtagna-atgarder',
      heading: 'Hittills vidtagna åtgärder',
      guidance: 'Bara det som är genomfört, med datum. Det som pågår eller tas fram hör till planerade åtgärder.',
      required: 'yes',
      lawReferences: [],
      rows: [takenMeasures],
    },
    {
      key: 'planerade-atgarder',
      heading: 'Planerade åtgärder',
      guidance: 'Vad som ska göras, vilken roll som ansvarar och när det är klart, inom två år.',
      required: 'yes',
      lawReferences: [],
      rows: [costedMeasures],
    },
    {
      key: 'tidplan',
      heading: 'Tidplan för planerade åtgärder',
      guidance:
        'Minst ett datum eller kvartal för varje planerad åtgärd. Hänvisa inte till ett annat system utan att skriva datumet här.',
      required: 'yes',
      lawReferences: [],
    },
    {
      key: 'andra-synpunkter',
      heading: 'Eventuella andra synpunkter',
      guidance: 'Avvikande bedömning, eller sådant som revisorerna inte har frågat om. Annars: ej tillämpligt.',
      required: 'conditional',
      lawReferences: [],
    },
  ],
  least: 1,
}
