import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DataTable } from '../../core/data-block/data-table.ts'
import { figureSet, type GivenFigure } from '../../core/data-block/testing/figure-set.ts'
import type { FigureSet, Indicator } from '../../core/figure.ts'
import { economyTableData, economyTableFixture } from './fixture.ts'
import { economyTableModel } from './model.ts'
import { readEconomyQuery } from './query.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

const model = (attrs: Record<string, unknown>, data: FigureSet): DataTable =>
  economyTableModel(readEconomyQuery({ type: 'economyTable', attrs: { year: 2023, caption: 'E', ...attrs } }), data)

const rowOf = ({ groups }: DataTable, id: string) => groups.flatMap(group => group.rows).find(row => row.id === id)
const texts = (table: DataTable, id: string): string[] => rowOf(table, id)?.cells.map(cell => cell.text) ?? []

/** Swedish digits back to a number. */
const numberOf = (text = ''): number => Number(text.replaceAll(NBSP, '').replace(MINUS, '-').replace(',', '.'))

const post = (id: string, more: Partial<Indicator> = {}) => ({ id, name: id, unit: 'tkr' as const, ...more })
const figures = (id: string, budget: string | null, result: string | null): GivenFigure[] => [
  [id, 'budget', '2023', budget],
  [id, 'result', '2023', result],
]

test('a nämnd’s months are as it published them, to the last digit', () => {
  const table = economyTableModel(readEconomyQuery(economyTableFixture), economyTableData)
  expect(table.columns.map(column => column.text)).toEqual([
    'Post (tkr)',
    'Budget januari–november 2023',
    'Utfall januari–november 2023',
    'Avvikelse (budget − utfall)',
    'Prognos 2023, avvikelse',
  ])
  expect(
    table.groups.flatMap(({ rows }) => rows.map(row => row.cells.map(cell => numberOf(cell.text).toString()))),
  ).toEqual([
    ['72473', '98184', '-25711', '-24000'],
    ['39607', '46099', '-6492', '-7100'],
    ['217691', '216589', '1102', '3000'],
    ['19167', '16085', '3082', '3500'],
    ['458', '655', '-197', '-200'],
    ['349396', '377612', '-28216', '-24800'],
  ])
  expect(texts(table, 'total')[0]).toBe(`349${NBSP}396`)
  expect(table.notes).toEqual(['Kostnader är positiva tal. En negativ avvikelse är sämre än budget.'])
})

describe('a forecast', () => {
  const warned = (result: string | null, forecast: string | null, attrs: Record<string, unknown> = {}): string[] =>
    model(
      { indicatorIds: ['a'], part: '01..11', columns: ['result', 'forecast'], ...attrs },
      figureSet(
        [post('a')],
        [
          ['a', 'result', '2023-01..11', result],
          ['a', 'result', '2023', result],
          ['a', 'forecast', '2023', forecast],
        ],
      ),
    ).warnings

  test('that is far from the year that the outcome makes is asked about, with both amounts', () => {
    expect(warned('11000', '13201')).toEqual([
      `Prognosen för a är 13${NBSP}201${NBSP}tkr. Går året vidare som hittills blir utfallet 12${NBSP}000${NBSP}tkr. Kontrollera prognosen, eller skriv varför den skiljer sig.`,
    ])
    expect(warned('-11000', '-10799')).toHaveLength(1)
    expect([warned('11000', '13200'), warned('11000', '10800'), warned('-11000', '-12000')]).toEqual([[], [], []])
  })

  test('is not asked about where nothing can be counted: no outcome, a deviation, a year that has ended', () => {
    expect([warned(null, '1'), warned('11000', null), warned('11000', '1', { forecast: 'deviation' })]).toEqual([
      [],
      [],
      [],
    ])
    expect(warned('11000', '1', { part: null })).toEqual([])
    expect(warned('11000', '1', { columns: ['result'] })).toEqual([])
  })
})

test('costs that are negative numbers give the same deviation', () => {
  const table = model(
    { indicatorIds: ['a'], convention: 'cost-negative', columns: ['deviation'] },
    figureSet([post('a')], figures('a', '-72473', '-98184')),
  )
  expect(texts(table, 'a')).toEqual([`${MINUS}25${NBSP}711`])
  expect(table.columns[1]?.text).toBe('Avvikelse (utfall − budget)')
  expect(table.notes[0]).toContain('Kostnader är negativa tal')
})

describe('subtotals', () => {
  const grouped = figureSet(
    [post('a', { area: 'LSS' }), post('b', { area: 'LSS' }), post('c', { area: 'SoL' }), post('d', { area: 'SoL' })],
    ['a', 'b', 'c', 'd'].flatMap((id, index) => figures(id, String(100 * (index + 1)), String(90 * (index + 1)))),
  )
  const indicatorIds = ['a', 'b', 'c', 'd']

  test('stand under each group, and the total under all', () => {
    const table = model({ indicatorIds, columns: ['budget', 'result', 'deviation'] }, grouped)
    expect(table.groups.map(({ area, rows }) => [area, rows.length])).toEqual([
      ['LSS', 3],
      ['SoL', 3],
      ['', 1],
    ])
    expect([texts(table, 'sum|0'), texts(table, 'sum|1'), texts(table, 'total')]).toEqual([
      ['300', '270', '+30'],
      ['700', '630', '+70'],
      [`1${NBSP}000`, '900', '+100'],
    ])
  })

  test('add up by construction, whatever the posts and the unit that is shown', () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(digits => (digits / 1000).toFixed(3))
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 8 }), posts => {
        const ids = posts.map((_, index) => `p${index}`)
        const data = figureSet(
          ids.map((id, index) => post(id, { decimals: 3, area: index % 2 ? 'B' : 'A' })),
          posts.flatMap(([budget, result], index) => figures(`p${index}`, budget, result)),
        )
        const sorted = ids.toSorted((one, other) => (Number(one.slice(1)) % 2) - (Number(other.slice(1)) % 2))
        const table = model({ indicatorIds: sorted, columns: ['budget', 'result', 'deviation'] }, data)
        const total = texts(table, 'total').map(numberOf)
        for (const column of [0, 1, 2]) {
          const sum = sorted.reduce((so, id) => so + numberOf(texts(table, id)[column]), 0)
          expect(Math.abs(sum - (total[column] ?? Number.NaN))).toBeLessThan(0.0005)
        }
        expect(table.notes).toHaveLength(1)
      }),
      { numRuns: 40 },
    )
  })

  test('with something missing say so, and are not compared', () => {
    const data = figureSet([post('a'), post('b')], [...figures('a', '10', '12'), ...figures('b', '5', null)])
    const table = model({ indicatorIds: ['a', 'b'], columns: ['budget', 'result', 'deviation', 'use'] }, data)
    expect(rowOf(table, 'total')?.cells).toEqual([
      { text: '15' },
      { text: `12${NBSP}*`, label: '12, utan en uppgift som saknas' },
      { text: '–', label: 'uppgift saknas' },
      { text: '–', label: 'uppgift saknas' },
    ])
    expect(table.notes).toContain('* Summan omfattar inte uppgifter som saknas.')
  })

  test('are not made of what has different units, and it says so', () => {
    const data = figureSet(
      [post('a'), post('b', { unit: 'kr' })],
      [...figures('a', '1', '1'), ...figures('b', '1', '1')],
    )
    expect(rowOf(model({ indicatorIds: ['a', 'b'] }, data), 'total')).toBeUndefined()
    expect(model({ indicatorIds: ['a', 'b'] }, data).notes).toContain('Posterna har olika enheter och summeras inte.')
    expect(texts(model({ indicatorIds: ['a', 'b'], display: 'kr', columns: ['budget'] }, data), 'total')).toEqual([
      `1${NBSP}001`,
    ])
  })
})

test('in mnkr everything is rounded once, from what is stored, and the note says that it shows', () => {
  const data = figureSet([post('a'), post('b')], [...figures('a', '449', '401'), ...figures('b', '449', '301')])
  const table = model({ indicatorIds: ['a', 'b'], display: 'mnkr', columns: ['budget', 'result', 'deviation'] }, data)
  expect([texts(table, 'a'), texts(table, 'b'), texts(table, 'total')]).toEqual([
    ['0,4', '0,4', '0,0'],
    ['0,4', '0,3', '+0,1'],
    ['0,9', '0,7', '+0,2'],
  ])
  expect(table.notes.at(-1)).toContain('p.g.a. avrundning')
  expect(table.columns[0]?.text).toBe('Post (mnkr)')
})

test('use of the budget and the year before are shown where they are asked for', () => {
  const data = figureSet([post('a')], [...figures('a', '349396', '377612'), ['a', 'result', '2022', '360000']])
  const table = model({ indicatorIds: ['a'], columns: ['before', 'use'] }, data)
  expect(table.columns.map(column => column.text).slice(1)).toEqual(['Utfall 2022', 'Utfall i procent av budget'])
  expect(texts(table, 'a')).toEqual([`360${NBSP}000`, `108,1${NBSP}%`])
})
