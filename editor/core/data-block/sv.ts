import type { Assessment } from '../arithmetic/assess-target.ts'
import type { Goal } from '../figure.ts'

export const sv = {
  missing: '–',
  missingLabel: 'uppgift saknas',
  suppressed: '..',
  suppressedLabel: (limit: number) => `uppgiften visas inte, färre än ${limit}`,
  protectedLabel: (limit: number) => `uppgiften visas inte, kvinnor eller män är färre än ${limit}`,
  withheldLabel: 'uppgiften visas inte, för att ingen ska kunna kännas igen',
  withheldNote: '.. Uppgiften visas inte, för att ingen ska kunna kännas igen.',
  preliminary: 'p',
  preliminaryLabel: (value: string) => `${value}, preliminär uppgift`,
  preliminaryNote: '(p) Preliminär uppgift.',
  yes: 'Ja',
  no: 'Nej',
  goals: {
    increase: 'Öka',
    decrease: 'Minska',
    keep: 'Behålla',
    yes: 'Ja',
    no: 'Nej',
    national: 'Som riket',
    reference: 'Se not',
  } satisfies Record<Goal, string>,
  assessments: {
    met: { symbol: '✓', text: 'Nått' },
    near: { symbol: '≈', text: 'Nära' },
    missed: { symbol: '×', text: 'Inte nått' },
    unknown: { symbol: '–', text: 'Kan inte bedömas' },
  } satisfies Record<Assessment, { symbol: string; text: string }>,
  points: 'procentenheter',
  pointsShort: 'pe',
  retired: (name: string) => `${name} (utgått mått)`,
  ofGender: (name: string, gender: string) => `${name}, ${gender}`,
  breakNote: (name: string, period: string, note: string) => `Brott i tidsserien ${period}, ${name}: ${note}`,
  breakLabel: 'jämförs inte, brott i tidsserien',
  figureNote: (name: string, column: string, note: string) => `${name}, ${column}: ${note}`,
  fewBehind: (name: string, column: string, n: string) => `${name}, ${column}: andelen bygger på ${n}.`,
  sumMark: '*',
  sumLabel: (value: string, missing: number) =>
    `${value}, utan ${missing === 1 ? 'en uppgift som saknas' : `${missing} uppgifter som saknas`}`,
  sumNote: '* Summan omfattar inte uppgifter som saknas.',
  roundingNote: 'Summan är räknad på oavrundade värden och kan skilja p.g.a. avrundning.',
  smallNumbers: (limit: number, names: string) =>
    `Små tal (färre än ${limit}): ${names}. Bedöm om någon kan kännas igen innan rapporten lämnas ut.`,
  noSource: 'Inga värden är importerade för de valda indikatorerna.',
  gone: (id: string) => `Okänd indikator (${id})`,
}
