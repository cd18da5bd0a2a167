import type { RowKind } from '#editor/core/structure/row-kind.ts'
import { followUpColumn, plannedMeasure } from '../shared/measure.ts'

const plain = { sums: [], start: [], fixed: false, least: 0, measure: false }

/** Goals of the year and how far they came. */
export const goalStatus: RowKind = {
  ...plain,
  key: 'malstatus',
  one: 'mål',
  many: 'mål',
  heading: 'Årets mål',
  fields: [
    { type: 'text', key: 'omrade', label: 'Område', required: true },
    { type: 'text', key: 'mal', label: 'Mål', long: true },
    {
      type: 'choice',
      key: 'status',
      label: 'Status',
      required: true,
      options: [
        { key: 'klar', label: 'Klart', sign: 'good' },
        { key: 'pagaende', label: 'Pågående', sign: 'warning' },
        { key: 'ej-paborjat', label: 'Ej påbörjat', sign: 'bad' },
      ],
    },
    { type: 'text', key: 'analys', label: 'Analys', long: true },
  ],
}

/** Who answers for what: PSL 3:9 asks that it is documented. */
export const responsibility: RowKind = {
  ...plain,
  key: 'roll',
  one: 'roll',
  many: 'roller',
  heading: 'Ansvar per roll',
  fields: [
    { type: 'role', key: 'roll', label: 'Roll', required: true },
    { type: 'text', key: 'ansvar', label: 'Ansvar', long: true, required: true },
  ],
}

export const forum: RowKind = {
  ...plain,
  key: 'forum',
  one: 'forum',
  many: 'forum',
  heading: 'Forum för samverkan',
  fields: [
    { type: 'text', key: 'forum', label: 'Forum', required: true },
    { type: 'text', key: 'syfte', label: 'Syfte', long: true },
    { type: 'text', key: 'frekvens', label: 'Hur ofta' },
    { type: 'text', key: 'resultat', label: 'Resultat', long: true },
  ],
}

export const selfControl: RowKind = {
  ...plain,
  key: 'egenkontroll',
  one: 'egenkontroll',
  many: 'egenkontroller',
  heading: 'Egenkontroll',
  fields: [
    { type: 'text', key: 'fokusomrade', label: 'Fokusområde', required: true },
    { type: 'text', key: 'kontroll', label: 'Egenkontroll', required: true },
    { type: 'text', key: 'frekvens', label: 'Frekvens' },
    { type: 'text', key: 'kalla', label: 'Källa' },
    { type: 'text', key: 'redovisas', label: 'Redovisas i' },
    { type: 'text', key: 'anmarkning', label: 'Anmärkning', long: true },
  ],
}

/** The plan for the year to come; its åtgärder are next year's questions. */
export const actionPlan: RowKind = {
  ...plain,
  key: 'handlingsplan',
  one: 'åtgärd',
  many: 'åtgärder',
  heading: 'Handlingsplan',
  measure: true,
  together: followUpColumn,
  fields: [
    { type: 'text', key: 'omrade', label: 'Förutsättning eller fokusområde' },
    { type: 'text', key: 'prioritering', label: 'Prioritering' },
    ...plannedMeasure,
  ],
}

export const concepts: RowKind = {
  ...plain,
  key: 'begrepp',
  one: 'begrepp',
  many: 'begrepp',
  heading: 'Begrepp',
  fields: [
    { type: 'text', key: 'begrepp', label: 'Begrepp', required: true },
    { type: 'text', key: 'forklaring', label: 'Förklaring', long: true, required: true },
  ],
}
