import { describe, expect, test } from 'vitest'
import type { DataTable } from '../../core/data-block/data-table.ts'
import { figureSet, type GivenFigure } from '../../core/data-block/testing/figure-set.ts'
import { type FigureSet, figureKey, type Indicator } from '../../core/figure.ts'
import { indicatorTableData, indicatorTableFixture } from './fixture.ts'
import { indicatorTableModel } from './model.ts'
import { attributesOf, type ColumnKey, indicatorTableFigures, readQuery } from './query.ts'
import { richData, richFixture } from './rich-fixture.ts'
import { indicatorTable } from './schema.ts'

const NBSP = '\u00a0'
const MINUS = '\u2212'

const model = (attrs: Record<string, unknown>, data: FigureSet): DataTable =>
  indicatorTableModel(readQuery({ type: 'indicatorTable', attrs: { year: 2023, caption: 'T', ...attrs } }), data)

/** The cells of the row with that id, as they are shown. */
const texts = ({ groups }: DataTable, id: string): string[] =>
  groups
    .flatMap(group => group.rows)
    .find(row => row.id === id)
    ?.cells.map(cell => cell.text) ?? []

const heads = ({ columns }: DataTable): string[] => columns.map(column => column.text)

/** One indicator with such figures, in one column. */
function cell(column: ColumnKey, indicator: Partial<Indicator>, figures: GivenFigure[]) {
  const data = figureSet([{ id: 'a', ...indicator }], figures)
  return model({ indicatorIds: ['a'], columns: [column] }, data).groups[0]?.rows[0]?.cells[0]
}

describe('a table from before there was more to choose', () => {
  const table = indicatorTableModel(readQuery(indicatorTableFixture), indicatorTableData)

  test('is as it was', () => {
    expect(heads(table)).toEqual([
      'Indikator',
      'Resultat 2023',
      'Mål 2023',
      'Resultat 2022',
      'Förändring (procentenheter)',
      'Målet nått',
    ])
    expect(table.groups).toMatchObject([{ area: 'Trycksår', rows: [{ heading: { text: 'Åtgärdsplan vid risk' } }] }])
    expect(texts(table, 'senior-alert.trycksar.plan')).toEqual([`96${NBSP}%`, `100${NBSP}%`, '–', '–', '× Nej'])
    expect([table.notes, table.warnings]).toEqual([[], []])
    expect(table.sources).toHaveLength(1)
  })

  test('has no attribute more than it had, and none when it is saved as it is', () => {
    const attrs = attributesOf(readQuery(indicatorTableFixture))
    expect(Object.entries(attrs).filter(([, value]) => value !== null)).toEqual(
      Object.entries(indicatorTableFixture.attrs ?? {}),
    )
  })
})

test('every figure that is shown carries its key, and what is counted carries none', () => {
  const { groups } = model({ indicatorIds: ['avvikelser.fall'] }, richData)
  const [result, target, before, change] = groups[0]?.rows[0]?.cells ?? []
  expect([result?.figure, target?.figure, before?.figure]).toEqual(
    [
      ['result', '2023'],
      ['target', '2023'],
      ['result', '2022'],
    ].map(([kind, period]) => `avvikelser.fall|${kind}|${period}|T`),
  )
  expect(change?.figure).toBeUndefined()
})

test('asks for every figure that it reads', () => {
  const query = readQuery(richFixture)
  const asked = new Set(indicatorTableFigures(query).map(figureKey))
  const read = new Set<string>()
  const figures = new Proxy(richData.figures, {
    get: (target, key: string) => {
      read.add(key)
      return target[key]
    },
  })
  indicatorTableModel(query, { ...richData, figures })
  expect([...read].filter(key => !asked.has(key))).toEqual([])
  expect(read.size).toBeGreaterThan(20)
})

describe('values', () => {
  test('that are hidden, missing, nothing, preliminary or in words are told apart', () => {
    const shown = (value: string | null, given: GivenFigure[4] = {}, indicator: Partial<Indicator> = {}) =>
      cell('result', { unit: 'count', ...indicator }, [['a', 'result', '2023', value, given]])
    expect(shown(null, { status: 'suppressed' })).toMatchObject({
      text: '<5',
      label: 'uppgiften visas inte, färre än 5',
    })
    expect(shown(null, { status: 'suppressed' }, { unit: 'percent', smallNumber: 10 })).toMatchObject({
      text: '..',
      label: 'uppgiften visas inte, färre än 10',
    })
    expect(shown(null)).toMatchObject({ text: '–', label: 'uppgift saknas' })
    expect(shown('0')).toEqual({ text: '0', figure: 'a|result|2023|T' })
    expect(shown('7', { status: 'preliminary' })).toMatchObject({ text: `7${NBSP}(p)`, label: '7, preliminär uppgift' })
    expect(shown('1', {}, { unit: 'yesno' })?.text).toBe('Ja')
    expect(cell('target', {}, [['a', 'target', '2023', null, { goal: 'national' }]])?.text).toBe('Som riket')
    expect(cell('result', {}, [])).toEqual({ text: '–', label: 'uppgift saknas' })
  })

  test('of money are shown in another unit, rounded once from what is stored', () => {
    const data = figureSet(
      [{ id: 'a', unit: 'tkr', name: 'Utfall' }],
      [
        ['a', 'result', '2023', '-2449.96'],
        ['a', 'result', '2022', '-2498'],
      ],
    )
    const table = model({ indicatorIds: ['a'], display: 'mnkr', columns: ['result', 'earlier', 'change'] }, data)
    expect(texts(table, 'a')).toEqual([`${MINUS}2,5`, `${MINUS}2,4`, '0,0'])
    expect(table.groups[0]?.rows[0]?.heading.text).toBe('Utfall (mnkr)')
    expect(texts(model({ indicatorIds: ['a'], columns: ['result'] }, data), 'a')).toEqual([`${MINUS}2${NBSP}450`])
  })
})

describe('change', () => {
  const years = (now: string | null, before: string | null): GivenFigure[] => [
    ['a', 'result', '2023', now],
    ['a', 'result', '2022', before],
  ]

  test('between shares is in procentenheter, also beside amounts, and never in percent', () => {
    expect(cell('change', {}, years('47.1', '60.0'))?.text).toBe(`${MINUS}13`)
    expect(cell('changePercent', {}, years('47.1', '60.0'))).toEqual({
      text: '–',
      label: 'förändringen anges i procentenheter',
    })
    const mixed = model({ indicatorIds: ['riskplan', 'avvikelser.lakemedel'], columns: ['change'] }, richData)
    expect(heads(mixed)[1]).toBe('Förändring')
    expect(mixed.groups[0]?.rows[0]?.cells[0]).toEqual({ text: `+4${NBSP}pe`, label: '+4 procentenheter' })
  })

  test('in percent of nothing is "–", and of a small base it is flagged', () => {
    const count: Partial<Indicator> = { unit: 'count' }
    expect(cell('changePercent', count, years('5', '0'))?.text).toBe('–')
    expect(cell('changePercent', count, years('834', '184'))?.text).toBe(`+353,3${NBSP}%`)
    const data = figureSet([{ id: 'a', ...count }], years('46', '3'))
    const table = model({ indicatorIds: ['a'], columns: ['changePercent'] }, data)
    expect(texts(table, 'a')).toEqual([`+1${NBSP}433,3${NBSP}%${NBSP}†`])
    expect(table.notes).toEqual([expect.stringContaining('ett tal under 20')])
  })

  test('over a break in the series is not counted, and the break is told', () => {
    const table = model({ indicatorIds: ['avvikelser.fall'], columns: ['change', 'changePercent'] }, richData)
    expect(table.groups[0]?.rows[0]?.cells.map(({ label }) => label)).toEqual([
      'jämförs inte, brott i tidsserien',
      'jämförs inte, brott i tidsserien',
    ])
    expect(table.notes).toEqual(['Brott i tidsserien april 2023, Avvikelser: Fall: DF Respons infördes.'])
    expect(model({ indicatorIds: ['avvikelser.fall'], columns: ['result'] }, richData).notes).toEqual([])
  })
})

test('targets are judged in symbol and word', () => {
  const judged = (result: string, target: string) =>
    cell('assessment', {}, [
      ['a', 'result', '2023', result],
      ['a', 'target', '2023', target],
    ])
  expect(judged('96', '95')).toEqual({ text: '✓ Nått', label: 'Nått' })
  expect(judged('92', '95')?.text).toBe('≈ Nära')
  expect(judged('80', '95')?.text).toBe('× Inte nått')
  expect(cell('assessment', {}, [['a', 'result', '2023', '96']])?.text).toBe('– Kan inte bedömas')
})

describe('women and men', () => {
  const of = (figures: GivenFigure[]) =>
    model(
      { indicatorIds: ['a'], columns: ['result', 'n'], genders: true },
      figureSet([{ id: 'a', name: 'Plan', byGender: true }], figures),
    )
  const share = (gender: 'T' | 'K' | 'M', value: string, denominator: string): GivenFigure => [
    'a',
    'result',
    '2023',
    value,
    { gender, numerator: '7', denominator },
  ]

  test('stand under everybody, each with its own value', () => {
    const table = of([share('T', '84', '144'), share('K', '85', '80'), share('M', '82.8', '64')])
    expect([texts(table, 'a'), texts(table, 'a|K'), texts(table, 'a|M')]).toEqual([
      [`84${NBSP}%`, `7${NBSP}av${NBSP}144`],
      [`85${NBSP}%`, `7${NBSP}av${NBSP}80`],
      [`83${NBSP}%`, `7${NBSP}av${NBSP}64`],
    ])
    expect(table.groups[0]?.rows[1]?.heading).toEqual({ text: 'Kvinnor', label: 'Plan, kvinnor' })
  })

  test('are both hidden where one of them is few, so that nobody counts the other back', () => {
    const table = of([share('T', '84', '144'), share('K', '85', '140'), share('M', '50', '4')])
    expect([texts(table, 'a|K'), texts(table, 'a|M')]).toEqual([
      ['..', '..'],
      ['..', '..'],
    ])
    expect(texts(table, 'a')[0]).toBe(`84${NBSP}%`)
  })

  test('are both hidden where the source hides one', () => {
    const men: GivenFigure = ['a', 'result', '2023', null, { gender: 'M', status: 'suppressed' }]
    const table = of([share('T', '84', '144'), share('K', '85', '140'), men])
    expect([texts(table, 'a|K')[0], texts(table, 'a|M')[0]]).toEqual(['..', '..'])
  })

  test('are left out where there are no such figures', () => {
    const data = figureSet([{ id: 'a' }], [['a', 'result', '2023', '1']])
    expect(model({ indicatorIds: ['a'], genders: true }, data).groups[0]?.rows).toHaveLength(1)
  })
})

describe('sums', () => {
  const sums = (indicators: (Partial<Indicator> & { id: string })[], figures: GivenFigure[], attrs = {}) =>
    model(
      { indicatorIds: indicators.map(({ id }) => id), columns: ['result'], sums: true, ...attrs },
      figureSet(indicators, figures),
    )
  const count = (id: string, more: Partial<Indicator> = {}) => ({ id, unit: 'count' as const, area: 'Alla', ...more })

  test('are of unrounded values, and say that rounding shows', () => {
    const table = sums(
      [count('a'), count('b'), count('c')],
      ['a', 'b', 'c'].map((id): GivenFigure => [id, 'result', '2023', '0.4']),
    )
    expect(texts(table, 'sum|0')).toEqual(['1'])
    expect(table.notes).toEqual(['Summan är räknad på oavrundade värden och kan skilja p.g.a. avrundning.'])
    expect(table.groups[0]?.rows.at(-1)).toMatchObject({ kind: 'total', heading: { text: 'Summa Alla' } })
  })

  test('say what they lack, and count nothing for it', () => {
    const table = sums(
      [count('a'), count('b')],
      [
        ['a', 'result', '2023', '7'],
        ['b', 'result', '2023', null],
      ],
    )
    expect(table.groups[0]?.rows.at(-1)?.cells).toEqual([{ text: `7${NBSP}*`, label: '7, utan en uppgift som saknas' }])
    expect(table.notes).toEqual(['* Summan omfattar inte uppgifter som saknas.'])
  })

  test('are of groups and of all', () => {
    const table = sums(
      [count('a'), count('b'), count('c', { area: 'Andra' }), count('d', { area: 'Andra' })],
      ['a', 'b', 'c', 'd'].map((id, index): GivenFigure => [id, 'result', '2023', String(index + 1)]),
    )
    expect([texts(table, 'sum|0'), texts(table, 'sum|1'), texts(table, 'total')]).toEqual([['3'], ['7'], ['10']])
  })

  test('are not made of shares, of different units, nor of what need not add up', () => {
    const figures: GivenFigure[] = ['a', 'b'].map(id => [id, 'result', '2023', '1'])
    const rows = (...indicators: (Partial<Indicator> & { id: string })[]) => sums(indicators, figures).groups[0]?.rows
    expect(rows(count('a', { unit: 'percent' }), count('b', { unit: 'percent' }))).toHaveLength(2)
    expect(rows(count('a'), count('b', { unit: 'kr' }))).toHaveLength(2)
    expect(rows(count('a'), count('b', { doesNotSum: true }))).toHaveLength(2)
    expect(rows(count('a'), count('b'))).toHaveLength(3)
  })

  test('are of different units of money where they are shown in one', () => {
    const figures: GivenFigure[] = [
      ['a', 'result', '2023', '1500'],
      ['b', 'result', '2023', '2.25'],
    ]
    const table = sums([count('a', { unit: 'tkr' }), count('b', { unit: 'mnkr', decimals: 2 })], figures, {
      display: 'mnkr',
    })
    expect(texts(table, 'sum|0')).toEqual(['3,75'])
  })
})

describe('periods', () => {
  test('of a part of the year are compared with the same part of the year before', () => {
    const data = figureSet(
      [{ id: 'a', unit: 'tkr' }],
      [
        ['a', 'result', '2023-01..11', '377612'],
        ['a', 'result', '2022-01..11', '360000'],
      ],
    )
    const table = model({ indicatorIds: ['a'], part: '01..11' }, data)
    expect(heads(table).slice(1, 4)).toEqual([
      'Resultat januari–november 2023',
      'Mål januari–november 2023',
      'Resultat januari–november 2022',
    ])
    expect(texts(table, 'a')[3]).toBe(`+17${NBSP}612`)
  })

  test('of several years stand in the order of time, and months before the period that they are of', () => {
    const columns = ['result', 'earlier', 'change']
    expect(
      heads(model({ indicatorIds: ['a'], columns, spread: '3' }, figureSet([{ id: 'a' }], []))).slice(1, 5),
    ).toEqual(['Resultat 2020', 'Resultat 2021', 'Resultat 2022', 'Resultat 2023'])
    const months = model(
      { indicatorIds: ['a'], columns, spread: 'months', part: '01..03' },
      figureSet([{ id: 'a' }], []),
    )
    expect(heads(months).slice(1, 5)).toEqual(['jan', 'feb', 'mars', 'Resultat januari–mars 2023'])
  })

  test('move on with all that is chosen', () => {
    const moved = indicatorTable.moveOn?.(
      {
        type: 'indicatorTable',
        attrs: { indicatorIds: ['a'], year: 2023, caption: '2020–2023', spread: '3', part: 'K2' },
      },
      1,
    )
    expect(moved?.attrs).toMatchObject({ year: 2024, caption: '2021–2024', spread: '3', part: 'K2' })
  })
})

test('notes of values and targets are printed, results’ in a column of their own where that is chosen', () => {
  const table = indicatorTableModel(readQuery(richFixture), richData)
  expect(table.notes).toContain('Avvikelser: Läkemedel, Mål 2023: Se egenkontrollplanen.')
  expect(table.notes).toContain('(p) Preliminär uppgift.')
  expect(table.groups[1]?.rows.at(-1)?.heading.text).toBe('Kostnad (utgått mått) (mnkr)')
})

test('a share of few says of how many, where no column does', () => {
  const data = figureSet(
    [{ id: 'a', name: 'Plan' }],
    [
      ['a', 'result', '2023', '47.1', { numerator: '8', denominator: '17' }],
      ['a', 'result', '2022', '60', { denominator: '30' }],
    ],
  )
  const notes = (columns: ColumnKey[]) => model({ indicatorIds: ['a'], columns }, data).notes
  expect(notes(['result', 'earlier'])).toEqual(['Plan, Resultat 2023: andelen bygger på 17.'])
  expect(notes(['result', 'n'])).toEqual([])
})

test('who writes is told of small numbers; nobody else is', () => {
  const table = indicatorTableModel(readQuery(richFixture), richData)
  expect(table.warnings).toEqual([expect.stringContaining('Avvikelser: Läkemedel')])
  expect(indicatorTable.text?.(richFixture, { data: richData, imageUrl: String }, String)).not.toContain('Små tal')
})

test('attributes that nobody could have chosen are those by default', () => {
  const attrs = { columns: ['nothing'], spread: '9', part: 'K7', display: 'mdkr', grouped: 'no', sums: 'yes' }
  expect(readQuery({ type: 'indicatorTable', attrs })).toEqual(readQuery({ type: 'indicatorTable' }))
})
