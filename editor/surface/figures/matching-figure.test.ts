import { describe, expect, test } from 'vitest'
import { sampleFigures } from '../../core/testing/sample-figures.ts'
import { matchingFigure, writtenNumber } from './matching-figure.ts'

describe('a number that is worth asking about', () => {
  test.each([
    ['Andelen är 47,1', '47,1', 'value'],
    ['Andelen är 47,1 ', '47,1', 'value'],
    ['Andelen är 47,1 %', '47,1', 'sign'],
    ['Andelen är 96%.', '96', 'sign'],
    ['Andelen är 96 procent,', '96', 'unit'],
    ['Vi hade 456', '456', 'value'],
    ['Avvikelsen blev -8 835', '\u22128\u00a0835', 'value'],
    ['(456)', '456', 'value'],
  ])('%s', (text, number, form) => expect(writtenNumber(text)).toMatchObject({ number, form }))

  test.each([
    'Det finns 3',
    'Under 2024',
    'kl. 08.30',
    'VON/2024:118',
    'rum A456',
    'sidan 12.345',
    'utan tal',
    '47,1 procentenheter',
    '2023-11-24',
  ])('not "%s"', text => expect(writtenNumber(text)).toBeNull())

  test('is found where it stands', () => {
    const text = 'Andelen är 47,1 procent.'
    const found = writtenNumber(text)
    expect(found && text.slice(text.length - found.from, text.length - found.to)).toBe('47,1 procent')
  })
})

describe('the figure that it may be', () => {
  const { data, ref } = sampleFigures({ decimals: 1 }, '47.1', '60.0')
  const match = (text: string, figures = data) => {
    const written = writtenNumber(text)
    return written && matchingFigure(written, figures)
  }

  test('is written like it, with the form it has there', () => {
    expect(match('är 47,1 procent')).toEqual({ ...ref, form: 'unit' })
    expect(match('var 60,0 %')).toEqual({ ...ref, period: '2022', form: 'sign' })
    expect(match('är 47,10')).toBeNull()
    expect(match('är 47,2 %')).toBeNull()
  })

  test('is the newest of several', () => {
    const same = sampleFigures({ decimals: 1 }, '47.1', '47.1').data
    expect(match('är 47,1', same)?.period).toBe('2023')
  })

  test('is a share where percent is said', () => {
    const counted = sampleFigures({ unit: 'count' }, '456').data
    expect(match('är 456 %', counted)).toBeNull()
    expect(match('är 456', counted)).not.toBeNull()
  })
})
