import { expect, it } from 'vitest'
import { cellPeriod, splitPeriod } from './period-text.ts'

it.each([
  ['resultat_2023', 'resultat_{period}', '2023'],
  ['2023', '{period}', '2023'],
  ['2023_resultat', '{period}_resultat', '2023'],
  ['utfall_jan_nov_2023', 'utfall_{period}', '2023-01..11'],
  ['utfall_nov_2022', 'utfall_{period}', '2022-11'],
  ['utfall_2023_11', 'utfall_{period}', '2023-11'],
  ['utfall_202311', 'utfall_{period}', '2023-11'],
  ['utfall_2023_01_11', 'utfall_{period}', '2023-01..11'],
  ['kvartal_2_2023', '{period}', '2023-K2'],
  ['svar_k4_2023', 'svar_{period}', '2023-K4'],
  ['svar_q1_2024', 'svar_{period}', '2024-K1'],
  ['tertial_3_2023', '{period}', '2023-T3'],
  ['2023_t1_utfall', '{period}_utfall', '2023-T1'],
  ['halvar_1_2023', '{period}', '2023-H1'],
  ['snitt_manad_jul_nov_2023', 'snitt_manad_{period}', '2023-07..11'],
  ['dag_1_14', 'dag_1_14', null],
  ['prognos_helar', 'prognos_helar', null],
  ['utfall_nov_jan_2023', 'utfall_nov_jan_2023', null],
  ['konto_2399', 'konto_2399', null],
])('the header %s is %s of %s', (name, pattern, period) => {
  expect(splitPeriod(name)).toEqual({ pattern, period })
})

it.each([
  ['2023', null, '2023'],
  ['2023-11', null, '2023-11'],
  ['nov 2023', null, '2023-11'],
  ['November 2023', null, '2023-11'],
  ['jan–nov 2023', null, '2023-01..11'],
  ['K2 2023', null, '2023-K2'],
  ['202311', null, '2023-11'],
  ['nov', 2023, '2023-11'],
  ['Maj', 2023, '2023-05'],
  ['sept', 2023, '2023-09'],
  ['3', 2023, '2023-03'],
  ['K3', 2023, '2023-K3'],
  ['nov', null, null],
  ['2023-11-30', null, null],
  ['2023-13', null, null],
  ['kvartal 5 2023', null, null],
  ['tertial 4 2023', null, null],
  ['cirka 2023', null, null],
  ['13', 2023, null],
  ['', 2023, null],
])('the cell %j with the year %s is %s', (cell, year, period) => {
  expect(cellPeriod(cell, year)).toBe(period)
})
