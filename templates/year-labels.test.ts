import { expect, test } from 'vitest'
import { namndplan } from './namndplan/template.ts'
import { fillYear, movedStart, templateOfYear } from './year-labels.ts'

test('a label names the report’s year and those beside it', () => {
  expect(fillYear('Utfall {år-1}, budget {år}, plan {år+2}', 2024)).toBe('Utfall 2023, budget 2024, plan 2026')
  expect(fillYear('{årtal} {n}', 2024)).toBe('{årtal} {n}')
})

test('a template has its years in columns, and its patterns for titles and decisions as they were', () => {
  const of2024 = templateOfYear(namndplan, 2024)
  const goals = of2024.sections.find(({ key }) => key === 'ekonomimal')?.rows[0]
  expect(goals?.fields.map(({ label }) => label)).toEqual(expect.arrayContaining(['Utfall 2022', 'Utfall 2027']))
  expect([of2024.title, of2024.decision]).toEqual([namndplan.title, namndplan.decision])
  expect(templateOfYear(namndplan, 2024)).toBe(of2024)
  expect(JSON.stringify(templateOfYear(namndplan, 2025).sections)).not.toContain('{år')
})

test('a text that the template began with moves on; what somebody wrote does not', () => {
  const years = { from: 2023, to: 2024 }
  expect(movedStart('Utfall 2023', [undefined, 'Utfall {år}'], years)).toBe('Utfall 2024')
  expect(movedStart('Utfall 2023, preliminärt', ['Utfall {år}'], years)).toBeNull()
  expect(movedStart('Summa', ['Summa'], years)).toBeNull()
})
