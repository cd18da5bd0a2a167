import { expect, test } from 'vitest'
import type { LoggedColumn } from '#server/indicators/catalogue/read-catalogue-log.ts'
import { changeText } from './change-text.ts'

test.each<[LoggedColumn, unknown, unknown, string]>([
  ['definition', 'Alla fall.', 'Fall med skada.', 'Definitionen ändrades från ”Alla fall.” till ”Fall med skada.”.'],
  ['definition', '', 'Alla fall.', 'Definitionen lades till: ”Alla fall.”.'],
  ['owner_role', 'mas', null, 'Ansvarig roll togs bort. Före: MAS.'],
  ['rhythm', 'year', 'month', 'Hur ofta den uppdateras ändrades från en gång om året till varje månad.'],
  ['small_number', null, 5, 'Gränsen för små tal lades till: 5.'],
  [
    'breaks',
    [{ period: '2023-04', note: 'ny enkät' }],
    [
      { period: '2023-04', note: 'ny enkät' },
      { period: '2025', note: 'ny källa' },
    ],
    'Brott i serien ändrades från ”2023-04: ny enkät” till ”2023-04: ny enkät; 2025: ny källa”.',
  ],
  ['decimals', 0, 1, 'Antalet decimaler ändrades från 0 till 1.'],
  ['unit', 'count', 'percent', 'Enheten ändrades från antal till procent.'],
  ['better', 'none', 'down', 'Vad som är bättre ändrades från varken eller till lägre.'],
  [
    'does_not_sum',
    false,
    true,
    'Regeln för summor ändrades från delarna summerar till totalen till delarna behöver inte summera.',
  ],
  ['retired_at', null, '2026-02-01T00:00:00+00:00', 'Datumet då måttet utgick lades till: 1 februari 2026.'],
])('%s from %j to %j is said', (column, before, after, text) => {
  expect(changeText(column, { before, after })).toBe(text)
})
