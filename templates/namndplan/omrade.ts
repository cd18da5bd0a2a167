import type { UnitKindInput } from '../shared/as-written.ts'
import { indicator } from './indikator.ts'

const goal: NonNullable<UnitKindInput['units']>[number] = {
  key: 'namndmal',
  one: 'nämndmål',
  many: 'nämndmål',
  heading: 'Nämndens mål {n}: {mal}',
  guidance: 'Vad nämnden vill uppnå, och hur det märks för dem som verksamheten är till för.',
  text: true,
  fields: [
    { type: 'text', key: 'mal', label: 'Mål', required: true, hint: 'Kort: det blir rubriken.' },
    { type: 'text', key: 'maltext', label: 'Måltext', long: true, required: true },
    { type: 'text', key: 'hallbarhet', label: 'Effekt på hållbarhetsmålen', long: true },
  ],
  rows: [indicator],
  least: 1,
}

/** A strategic area of the fullmäktige: its goal is quoted, the nämnd's goals follow below. */
export const area: UnitKindInput = {
  key: 'strategiskt-omrade',
  one: 'strategiskt område',
  many: 'strategiska områden',
  heading: '{omrade}',
  guidance: 'Fullmäktiges mål återges ordagrant. Nämndens mål visar vad nämnden gör för att nå det.',
  fields: [
    { type: 'text', key: 'omrade', label: 'Strategiskt område', required: true },
    {
      type: 'text',
      key: 'fullmaktigemal',
      label: 'Fullmäktiges mål',
      long: true,
      quote: true,
      sealed: true,
      required: true,
    },
  ],
  units: [goal],
  least: 1,
}
