import { qualityRegister } from '../patientsakerhetsberattelse/kvalitetsregister.ts'
import { actionPlan } from '../patientsakerhetsberattelse/rows.ts'
import type { SectionInput } from '../shared/as-written.ts'

/**
 * Half a year of the patientsäkerhetsberättelse. Keys of sections, units and rows are the same in both, so that the
 * yearly report takes text and figures over.
 */
export const sections: SectionInput[] = [
  {
    key: 'sammanfattning',
    level: 1,
    heading: 'Sammanfattning',
    guidance: 'Läget i stort, det som har förändrats sedan förra rapporten, och det som nämnden behöver känna till.',
    required: 'yes',
    lawReferences: [],
  },
  {
    key: 'avvikelser',
    level: 1,
    heading: 'Avvikelser',
    guidance:
      'Antal och andel utredda per kategori för perioden, jämförelse med samma period förra året, och en analys.',
    required: 'yes',
    lawReferences: ['PSL 6:4'],
  },
  {
    key: 'kvalitetsregister',
    level: 1,
    heading: 'Kvalitetsregister',
    guidance:
      'Senior alert och Svenska palliativregistret i båda rapporterna. Svenska HALT i höstrapporten, med förra årets mätning.',
    required: 'yes',
    lawReferences: [],
    text: false,
    units: [qualityRegister],
  },
  {
    key: 'basala-hygienrutiner',
    level: 1,
    heading: 'Basala hygienrutiner och klädregler',
    guidance: 'I vårrapporten: följsamhet per moment, som datablock med n. I höstrapporten: ej tillämpligt.',
    required: 'conditional',
    lawReferences: [],
  },
  {
    key: 'atgarder-ur-handlingsplanen',
    level: 1,
    heading: 'Åtgärder ur handlingsplanen',
    guidance: 'Hur långt varje åtgärd i handlingsplanen har kommit. Är något försenat: skriv varför och vad som görs.',
    required: 'yes',
    lawReferences: [],
    rows: [{ ...actionPlan, heading: 'Åtgärder', least: 1 }],
  },
]
