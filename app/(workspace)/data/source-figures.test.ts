import { expect, test } from 'vitest'
import type { Unit } from '#editor/core/figure.ts'
import type { CatalogueIndicator, CatalogueSource } from '#server/indicators/list-indicators.ts'
import { columnsOf, refsOf } from './source-figures.ts'

const indicator = (
  id: string,
  newest: string | null,
  years: number[] = [],
  unit: Unit = 'tkr',
): CatalogueIndicator => ({
  id,
  source: 'ekonomi',
  area: '',
  name: id,
  unit,
  decimals: 0,
  better: 'none',
  years,
  newest,
})

const sourceOf = (...indicators: CatalogueIndicator[]): CatalogueSource => ({
  source: 'ekonomi',
  sourceName: 'Ekonomi',
  years: [...new Set(indicators.flatMap(({ years }) => years))],
  newest: indicators.find(({ newest }) => newest)?.newest ?? null,
  indicators,
  indicatorCount: indicators.length,
})

test('figures of months are shown with budget, each of its own newest period', () => {
  const source = sourceOf(indicator('a', '2023-11'), indicator('b', '2023-10'), indicator('c', null))
  expect(columnsOf(source)).toEqual([
    { kind: 'result', period: null },
    { kind: 'budget', period: null },
  ])
  expect(refsOf(source).map(({ indicatorId, kind, period }) => `${indicatorId} ${kind} ${period}`)).toEqual([
    'a result 2023-11',
    'a budget 2023-11',
    'b result 2023-10',
    'b budget 2023-10',
  ])
  expect(columnsOf(sourceOf(indicator('a', '2023-11', [], 'percent')))[1]).toEqual({ kind: 'target', period: null })
})

test('one indicator with figures of whole years does not hide the months of the others', () => {
  const months = [indicator('a', '2023-11'), indicator('b', '2023-11')]
  const yearly = indicator('c', '2024', [2024])
  expect(columnsOf(sourceOf(yearly, ...months))[0]).toEqual({ kind: 'result', period: null })
  expect(columnsOf(sourceOf(yearly)).map(({ kind, period }) => `${kind} ${period}`)).toEqual([
    'result 2024',
    'target 2024',
    'result 2023',
  ])
  expect(columnsOf(sourceOf(indicator('a', null)))).toEqual([])
})
