import { expect, test } from 'vitest'
import { nextNight } from './next-night.ts'
import { unitOfKpi } from './unit-of-kpi.ts'

test.each([
  ['Brukarbedömning hemtjänst, andel (%)', ['87.33333'], 'percent', '', 1],
  ['Elever i åk 9 som uppnått kraven, andel (%)', ['80'], 'percent', '', 0],
  ['Väntetid i antal dagar, medelvärde', ['47.5'], 'other', '', 1],
  ['Invånare totalt, antal', ['16123'], 'count', '', 0],
  ['Antal platser/1000 inv', ['3'], 'other', '', 0],
  ['Kostnad äldreomsorg, kr/inv 80+', ['231456'], 'other', 'kr/inv', 0],
  ['Kostnad för hemtjänst per brukare, kronor', ['231456.5'], 'kr', '', 1],
  ['Nettokostnad, miljoner kronor', ['12.345'], 'mnkr', '', 2],
  ['Nöjd Region-index', ['61'], 'index', '', 0],
  ['Något annat', ['1.23456'], 'other', '', 2],
])('the unit of "%s" with %o', (title, values, unit, unitText, decimals) => {
  expect(unitOfKpi(title, values)).toEqual({ unit, unitText, decimals })
})

test('the night is the next one in Sweden, in winter and in summer', () => {
  expect(nextNight(new Date('2024-01-10T12:00:00Z'), 0)).toEqual(new Date('2024-01-11T00:00:00Z'))
  expect(nextNight(new Date('2024-07-10T22:30:00Z'), 0)).toEqual(new Date('2024-07-11T23:00:00Z'))
  expect(nextNight(new Date('2024-07-10T12:00:00Z'), 0.5)).toEqual(new Date('2024-07-11T01:00:00Z'))
})
