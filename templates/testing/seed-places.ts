import type { Place } from './place.ts'
import { controlPlan, goals } from './seed-places-flen.ts'
import { safetyReport } from './seed-places-psb.ts'

export interface SeedFile {
  template: string
  /** Places of each column, in the order in which they are tried. */
  columns: Record<string, Place[]>
  /** What every row that comes of the file has besides. */
  given?: { kind: string; field: string; value: string }[]
}

const rec = (part: string): Place[] => [{ unit: 'rekommendation', part }]
const moment = (field: string): Place => ({ kind: 'kontrollmoment', field })
const economy = (field: string): Place[] => [{ kind: 'ekonomi', field }]
const goal = (field: string): Place[] => [{ kind: 'ekonomimal', field }]
const budget = (kind: string): SeedFile['columns'] => ({
  post: [{ kind, field: 'post' }],
  belopp: [{ kind, field: 'belopp' }],
  enhet: [{ unitOf: kind, fields: ['belopp', 'kostnader', 'intakter', 'netto'] }],
  radtyp: [{ sumsOf: kind, fields: ['belopp'] }],
})

/** Where each column of the real documents in data/ goes. */
export const seedFiles: Record<string, SeedFile> = {
  kronoberg_rekommendationer: {
    template: 'revisionssvar',
    columns: {
      nr: [{ order: true, within: [] }],
      rekommendation: [{ kind: 'rekommendation', field: 'rekommendation' }],
      vidtagna: [...rec('vidtagna-atgarder'), { kind: 'vidtagen-atgard', field: 'atgard' }],
      planerade: [...rec('planerade-atgarder'), { kind: 'planerad-atgard', field: 'atgard' }],
      tidplan: rec('tidplan'),
      andra_synpunkter: rec('andra-synpunkter'),
    },
  },
  askersund_kontrollmoment: {
    template: 'internkontrollrapport',
    columns: {
      nr: [{ order: true, within: [] }],
      kontrollmoment: [moment('moment')],
      kontrollmetod: [moment('metod')],
      resultattyp: [
        { kind: 'kontrollmoment', field: 'resultattyp', words: { matt: ['matt'], aktiviteter: ['aktiviteter'] } },
      ],
      utford: [{ kind: 'kontrollmoment', field: 'genomford', words: { ja: ['ja'], delvis: ['delvis'] } }],
      antal_avvikelser: [moment('antal-avvikelser')],
      varav_allvarliga: [moment('varav-allvarliga')],
      avvikelse_beskrivning: [{ unit: 'kontrollmoment', part: 'avvikelser' }],
      saknad_kontroll: [moment('saknad-kontroll')],
      vidtagna_atgarder: [{ kind: 'vidtagen-atgard', field: 'atgard' }],
      forslag_till_atgarder: [{ kind: 'planerad-atgard', field: 'atgard' }],
    },
  },
  flen_internkontrollplan_2024: controlPlan,
  flen_namndplan_mal_indikatorer: goals,
  flen_driftbudget_2024: { template: 'namndplan', columns: budget('driftbudget') },
  flen_investeringsbudget_2024: { template: 'namndplan', columns: budget('investeringsbudget') },
  ...safetyReport,
  flen_uppfoljningskalender: {
    template: 'namndplan',
    columns: {
      rapport: [{ kind: 'uppfoljning', field: 'rapport' }],
      redovisas_manad: [{ kind: 'uppfoljning', field: 'manad' }],
      innehall: [{ kind: 'uppfoljning', field: 'innehall' }],
    },
  },
  flen_namndplan_ekonomi_indikatorer: {
    template: 'namndplan',
    columns: {
      mal: goal('mal'),
      indikator: goal('indikator'),
      kolada_id: goal('kolada-id'),
      enhet: goal('enhet'),
      utfall_2022: goal('utfall-tva-ar-fore'),
      utfall_2023: goal('utfall-aret-fore'),
      utfall_2024: goal('utfall-ar-1'),
      utfall_2025: goal('utfall-ar-2'),
      utfall_2026: goal('utfall-ar-3'),
      utfall_2027: goal('utfall-ar-4'),
    },
  },
  flen_tjansteskrivelser: {
    template: 'tjansteskrivelse',
    columns: {
      diarienr: [{ made: 'diaryNumber' }],
      datum: [{ report: 'datum' }],
      titel: [{ made: 'title' }],
      tjanstestalle: [{ report: 'tjanstestalle' }],
      till: [{ report: 'till' }],
      att_satser: [{ kind: 'att-sats', field: 'objekt', each: ';' }],
      mottagare: [{ kind: 'mottagare', field: 'mottagare', each: ';' }],
      signaturroller: [{ kind: 'underskrift', field: 'roll', each: ';' }],
    },
    // The source has whole sentences.
    given: [{ kind: 'att-sats', field: 'verb', value: 'annat' }],
  },
  flen_anmalningsarenden: {
    template: 'samlingsunderlag',
    columns: {
      avsandare: [{ kind: 'anmalningsarende', field: 'fran' }],
      antal_handlingar: [{ kind: 'anmalningsarende', field: 'antal' }],
    },
  },
  flen_manad_ekonomi_total: {
    template: 'manadsrapport',
    columns: {
      avdelning: economy('verksamhet'),
      budget_jan_nov_2023: economy('budget'),
      utfall_jan_nov_2023: economy('utfall'),
      avvikelse_jan_nov: economy('avvikelse'),
      prognos_avvikelse_helar: economy('prognos'),
      enhet: [{ unitOf: 'ekonomi', fields: ['budget', 'utfall', 'avvikelse', 'prognos'] }],
      radtyp: [{ sumsOf: 'ekonomi', fields: ['budget', 'utfall', 'avvikelse', 'prognos'] }],
    },
  },
}
