import type { Place, Words } from './place.ts'
import type { SeedFile } from './seed-places.ts'

const control = (field: string, words?: Words): Place[] =>
  ['kommunovergripande-kontrollmoment', 'namndspecifikt-kontrollmoment'].map(kind => ({ kind, field, words }))
const indicator = (field: string, words?: Words): Place => ({ kind: 'indikator', field, words })

/** The internal-control plan: the styrelse's moments and the nämnd's own. */
export const controlPlan: SeedFile = {
  template: 'internkontrollplan',
  columns: {
    niva: [
      {
        kinds: {
          kommunövergripande: 'kommunovergripande-kontrollmoment',
          nämndspecifik: 'namndspecifikt-kontrollmoment',
        },
      },
    ],
    nr: [{ order: true, within: ['niva'] }],
    risk_rutin_process: control('risk'),
    kontrollmoment: control('kontrollmoment'),
    ansvarig: control('ansvarig'),
    kontrollmetod: control('kontrollmetod'),
    frekvens: control('frekvens', {
      'En gång per år': ['1-per-ar'],
      'En gång om året': ['1-per-ar'],
      'Två gånger per år': ['2-per-ar'],
      'Fyra gånger per år': ['4-per-ar'],
      'Var tredje månad': ['4-per-ar'],
    }),
    frekvens_per_ar: control('frekvens', { 1: ['1-per-ar'], 2: ['2-per-ar'], 4: ['4-per-ar'] }),
  },
}

/** Goals and indicators with their five kinds of target. */
export const goals: SeedFile = {
  template: 'namndplan',
  columns: {
    omrade: [{ kind: 'strategiskt-omrade', field: 'omrade' }],
    mal_nr: [{ order: true, within: ['omrade'] }],
    mal: [{ kind: 'namndmal', field: 'mal' }],
    indikator: [indicator('indikator')],
    kolada_id: [indicator('kolada-id')],
    delgrupp: [indicator('delgrupp')],
    utgangsvarde: [indicator('basvarde'), indicator('utgangslage', { nej: ['nej'] })],
    utgangs_ar: [indicator('basar')],
    jamforelsevarde: [indicator('jamforelse')],
    jamforelse_ar: [indicator('jamforelsear')],
    enhet: [indicator('enhet')],
    malvarde: [
      indicator('malvarde'),
      indicator('maltyp', {
        öka: ['oka'],
        behålla: ['behalla'],
        riket: ['riket'],
        genomfört: ['ja-nej'],
        ja: ['ja-nej'],
      }),
      indicator('hanvisning', { 'se egenkontrollplan 2023–2025': [] }),
    ],
    malvarde_typ: [
      indicator('maltyp', {
        tal: ['tal'],
        riktning: ['oka', 'minska', 'behalla'],
        boolesk: ['ja-nej'],
        jämförelse: ['riket'],
        hänvisning: ['referens'],
      }),
    ],
    malar: [indicator('malar')],
    riktning: [indicator('riktning', { upp: ['upp'], ned: ['ned'], oförändrad: ['oforandrad'], ja: ['ja'] })],
    uppfoljning: [indicator('uppfoljning')],
  },
}
