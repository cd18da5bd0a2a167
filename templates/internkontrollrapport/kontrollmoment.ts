import type { Field } from '#editor/core/structure/field.ts'
import type { UnitKindInput } from '../shared/as-written.ts'
import { frequency } from '../shared/frekvens.ts'
import { plannedMeasures, takenMeasures } from '../shared/measure-rows.ts'
import { outcome } from './utfall.ts'

/** As the plan has it. */
const planned: Field[] = [
  { type: 'text', key: 'moment', label: 'Kontrollmoment', required: true },
  { type: 'text', key: 'syfte', label: 'Syfte', long: true },
  { type: 'text', key: 'metod', label: 'Kontrollmetod', long: true, required: true },
  { ...frequency, required: true },
  { type: 'role', key: 'ansvarig', label: 'Ansvarig roll', required: true },
]

/** One moment of the plan: what was controlled, what was found, and what comes of it. */
export const control: UnitKindInput = {
  key: 'kontrollmoment',
  one: 'kontrollmoment',
  many: 'kontrollmoment',
  heading: '{moment}',
  guidance: 'Varje moment i internkontrollplanen ska finnas med, även det som inte har genomförts.',
  fields: [...planned, ...outcome],
  needs: [
    {
      when: { field: 'antal-avvikelser', above: 0 },
      rows: ['vidtagen-atgard', 'planerad-atgard'],
      with: ['ansvarig', 'klart'],
    },
  ],
  parts: [
    {
      key: 'resultat',
      heading: 'Resultat',
      guidance:
        'Vad kontrollen visade: antal och andel, eller varför resultatet inte kan mätas i tal. Inte bara aktiviteter.',
      required: 'yes',
      lawReferences: [],
    },
    {
      key: 'avvikelser',
      heading: 'Avvikelser',
      guidance:
        'Vad avvikelserna handlar om och hur allvarliga de är. Inga uppgifter om enskilda. Fanns inga: ej tillämpligt.',
      required: 'conditional',
      lawReferences: [],
    },
    {
      key: 'vidtagna-atgarder',
      heading: 'Vidtagna åtgärder',
      guidance: 'Krävs när det finns avvikelser. Bara det som är gjort, med datum.',
      required: 'conditional',
      lawReferences: [],
      rows: [takenMeasures],
    },
    {
      key: 'forslag-till-atgarder',
      heading: 'Förslag till åtgärder',
      guidance: 'Krävs när det finns avvikelser. Varje förslag har en ansvarig roll och ett slutdatum.',
      required: 'conditional',
      lawReferences: [],
      rows: [
        { ...plannedMeasures, one: 'föreslagen åtgärd', many: 'föreslagna åtgärder', heading: 'Föreslagna åtgärder' },
      ],
    },
  ],
  least: 1,
}
