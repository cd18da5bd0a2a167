import type { Field } from '#editor/core/structure/field.ts'
import type { RowKindInput } from '../shared/as-written.ts'
import { frequency } from '../shared/frekvens.ts'

const fields: Field[] = [
  { type: 'text', key: 'risk', label: 'Process eller risk', required: true },
  { type: 'number', key: 'riskvarde', label: 'Riskvärde', decimals: 0, min: 1, max: 16, required: true },
  { type: 'text', key: 'kontrollmoment', label: 'Kontrollmoment', long: true, required: true },
  { type: 'role', key: 'ansvarig', label: 'Ansvarig roll', required: true },
  { type: 'text', key: 'kontrollmetod', label: 'Kontrollmetod', long: true, required: true },
  { type: 'text', key: 'urval', label: 'Urval', hint: 'Hur många, och hur de väljs: ”5 brukare per enhet”.' },
  { ...frequency, required: true },
  { type: 'text', key: 'rapporteras-till', label: 'Rapporteras till', required: true },
  { type: 'text', key: 'rapporteras-nar', label: 'Rapporteras när', required: true },
]

/** The nämnd's own, out of its risk analysis. */
export const ownControl: RowKindInput = {
  key: 'namndspecifikt-kontrollmoment',
  one: 'kontrollmoment',
  many: 'kontrollmoment',
  heading: 'Nämndens kontrollmoment',
  fields,
  least: 1,
}

/** Set by the styrelse for every nämnd: sealed, and without a risk value where the styrelse gives none. */
export const commonControl: RowKindInput = {
  key: 'kommunovergripande-kontrollmoment',
  one: 'kontrollmoment',
  many: 'kontrollmoment',
  heading: 'Kommunövergripande kontrollmoment',
  shared: true,
  fields: fields.map(field => ({ ...field, sealed: true, ...(field.key === 'riskvarde' && { required: false }) })),
  least: 1,
}
