import type { RowKindInput } from '../shared/as-written.ts'
import { followUpColumn, plannedMeasure } from '../shared/measure.ts'

const scale = { type: 'number', decimals: 0, min: 1, max: 4, required: true } as const

export const risk: RowKindInput = {
  key: 'risk',
  one: 'risk',
  many: 'risker',
  heading: 'Risker',
  matrix: { rows: 'sannolikhet', columns: 'konsekvens' },
  note: 'Riskvärdet är sannolikhet gånger konsekvens, från 1 till 16.',
  least: 1,
  fields: [
    { type: 'text', key: 'risk', label: 'Risk', long: true, required: true, hint: 'Vad som kan gå fel, och följden.' },
    { type: 'text', key: 'process', label: 'Process eller rutin' },
    { ...scale, key: 'sannolikhet', label: 'Sannolikhet' },
    { ...scale, key: 'konsekvens', label: 'Konsekvens' },
    {
      type: 'computed',
      key: 'riskvarde',
      label: 'Riskvärde',
      decimals: 0,
      compute: { by: 'product', of: ['sannolikhet', 'konsekvens'] },
    },
    {
      type: 'choice',
      key: 'hantering',
      label: 'Hantering',
      required: true,
      options: [
        { key: 'accepteras', label: 'Accepteras' },
        { key: 'kontrolleras', label: 'Kontrollmoment i planen' },
        { key: 'atgardas', label: 'Direkt åtgärd' },
      ],
    },
    { type: 'text', key: 'kommentar', label: 'Kommentar', long: true },
  ],
}

/** What cannot wait for a control. */
export const directMeasure: RowKindInput = {
  key: 'direkt-atgard',
  one: 'direkt åtgärd',
  many: 'direkta åtgärder',
  heading: 'Direkta åtgärder',
  measure: true,
  together: followUpColumn,
  fields: [{ type: 'text', key: 'risk', label: 'Risk', required: true }, ...plannedMeasure],
}
