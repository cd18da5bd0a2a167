import type { RowKind } from '#editor/core/structure/row-kind.ts'

/**
 * What HSLF-FS 2016:40 7 kap. 1 § asks for, item by item: told of, or not done and why.
 * Item 4 is about automated processing of personal data.
 */
export const informationSecurity: RowKind = {
  key: 'informationssakerhet',
  one: 'del',
  many: 'delar',
  heading: 'Redovisning enligt HSLF-FS 2016:40 7 kap. 1 §',
  fields: [
    { type: 'text', key: 'del', label: 'Del', sealed: true },
    {
      type: 'choice',
      key: 'lage',
      label: 'Läge',
      required: true,
      options: [
        { key: 'redovisat', label: 'Redovisat', sign: 'good' },
        { key: 'ej-gjort', label: 'Ej gjort, därför att', sign: 'bad' },
      ],
    },
    { type: 'text', key: 'redovisning', label: 'Redovisning eller skäl', long: true, required: true },
  ],
  sums: [],
  start: [
    { del: 'Uppföljningar av informationssäkerheten som är av betydelse' },
    { del: 'Riskanalyser' },
    { del: 'Förbättringsåtgärder av betydelse' },
    { del: 'Utvärdering av skyddet mot olovlig åtkomst till nät och system' },
    { del: 'Granskning av personalens journalföring' },
  ],
  fixed: true,
  least: 0,
  measure: false,
}
