import { expect, test } from 'vitest'
import { changeOf, type TypedFacts, withYear } from './facts.ts'

const before: TypedFacts = { title: 'Plan 2023', year: '2023', diaryNumber: 'VON/2024:1', deadline: '2024-03-01' }

test('the year in the title follows the year while it is typed, until the title is another', () => {
  const typed = ['202', '20', '2024'].reduce((so, year) => withYear(so, year, before), before)
  expect(typed).toEqual({ ...before, year: '2024', title: 'Plan 2024' })
  const own = withYear({ ...typed, title: 'Vår plan 2024' }, '2025', before)
  expect(own.title).toBe('Vår plan 2024')
  expect(withYear({ ...before, title: 'Plan' }, '2024', { ...before, title: 'Plan' }).title).toBe('Plan')
})

test('only what is another is sent', () => {
  expect(changeOf(before, { ...before, title: ' Plan 2023 ' })).toBeNull()
  expect(changeOf(before, { ...before, diaryNumber: ' ', deadline: '', year: '2024' })).toEqual({
    year: 2024,
    diaryNumber: null,
    deadline: null,
  })
  expect(changeOf(before, { ...before, year: '' })).toEqual({ year: Number.NaN })
})
