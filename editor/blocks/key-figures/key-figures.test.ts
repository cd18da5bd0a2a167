import { expect, test } from 'vitest'
import { figureSet, type GivenFigure } from '../../core/data-block/testing/figure-set.ts'
import type { Indicator } from '../../core/figure.ts'
import { keyFiguresData, keyFiguresFixture } from './fixture.ts'
import { keyFiguresModel, valueWords } from './model.ts'
import { readKeyFiguresQuery } from './query.ts'
import { keyFigures } from './schema.ts'

const NBSP = '\u00a0'

function one(indicator: Partial<Indicator>, now: string | null, before: string | null, more: GivenFigure[] = []) {
  const data = figureSet(
    [{ id: 'a', ...indicator }],
    [['a', 'result', '2023', now], ['a', 'result', '2022', before], ...more],
  )
  return keyFiguresModel(readKeyFiguresQuery({ type: 'keyFigures', attrs: { indicatorIds: ['a'], year: 2023 } }), data)
    .figures[0]
}

test('values stand with what they are, how they changed, their target and where they came from', () => {
  const model = keyFiguresModel(readKeyFiguresQuery(keyFiguresFixture), keyFiguresData)
  expect(model.figures.map(figure => [figure.label, valueWords(figure), figure.change, figure.target])).toEqual([
    ['Brytpunktssamtal, 2023', `47,1${NBSP}%`, 'Minskat med 12,9 procentenheter sedan 2022', `Mål: 70,0${NBSP}%`],
    ['Rapporterade fall, 2023', '834', 'Ökat med 650 sedan 2022', null],
    ['Nettokostnad, 2023', `377,6${NBSP}mnkr`, 'Oförändrat sedan 2022', null],
  ])
  expect(model.sources).toHaveLength(1)
})

test('the word follows the difference as it is shown', () => {
  expect(one({}, '47.4', '47.1')?.change).toBe('Oförändrat sedan 2022')
  expect(one({}, '48.0', '47.0')?.change).toBe('Ökat med 1 procentenhet sedan 2022')
  expect(one({ unit: 'kr' }, '5', '10')?.change).toBe(`Minskat med 5${NBSP}kr sedan 2022`)
})

test('what cannot be compared says why', () => {
  expect(one({}, '47', null)?.change).toBe('Ingen uppgift för 2022 att jämföra med')
  expect(one({ breaks: [{ period: '2023', note: 'Ny metod' }] }, '47', '46')?.change).toBe(
    'Jämförs inte med 2022: brott i tidsserien',
  )
  expect(one({}, null, '46')?.value).toMatchObject({ text: '–', label: 'uppgift saknas' })
  expect(one({ smallNumber: 5 }, '4', '6', [['a', 'result', '2023', null, { status: 'suppressed' }]])?.value.text).toBe(
    '..',
  )
})

test('each value has its key, and is read out in words where its sign says too little', () => {
  const html = keyFigures.html?.(keyFiguresFixture, { data: keyFiguresData, imageUrl: String }, String) ?? ''
  expect(html.match(/data-figure="[^"]+"/g)).toEqual(
    ['andel', 'fall', 'kostnad'].map(name => `data-figure="nyckeltal.${name}|result|2023|T"`),
  )
})
