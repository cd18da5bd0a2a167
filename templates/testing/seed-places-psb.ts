import type { SeedFile } from './seed-places.ts'

const lists = (kind: string, columns: Record<string, string>): SeedFile => ({
  template: 'patientsakerhetsberattelse',
  columns: Object.fromEntries(Object.entries(columns).map(([column, field]) => [column, [{ kind, field }]])),
})

/** Lists of a patientsäkerhetsberättelse; its figures come in by the imports. */
export const safetyReport: Record<string, SeedFile> = {
  flen_psb_egenkontroll_2024: lists('egenkontroll', {
    fokusomrade: 'fokusomrade',
    egenkontroll: 'kontroll',
    redovisas_i: 'redovisas',
    anm: 'anmarkning',
  }),
  flen_psb_handlingsplan_2024: {
    template: 'patientsakerhetsberattelse',
    columns: {
      nr: [{ order: true, within: [] }],
      forutsattning_fokusomrade: [{ kind: 'handlingsplan', field: 'omrade' }],
      prioritering: [{ kind: 'handlingsplan', field: 'prioritering' }],
      atgard: [{ kind: 'handlingsplan', field: 'atgard' }],
    },
  },
  flen_psb_organisation_ansvar: lists('roll', { roll: 'roll', ansvar_sammanfattat: 'ansvar' }),
  flen_psb_samverkan: lists('forum', { forum: 'forum', funktion_sammanfattat: 'syfte', frekvens: 'frekvens' }),
  flen_psb_begrepp: lists('begrepp', { verktyg: 'begrepp', beskrivning_sammanfattad: 'forklaring' }),
}
