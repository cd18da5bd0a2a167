import { expect, test } from 'vitest'
import type { LawRow } from '#server/reports/law-matrix.ts'
import { groupRows } from './group-rows.ts'

const row = (sectionId: string, act: string, state: LawRow['state']): LawRow => ({
  sectionId,
  number: sectionId,
  heading: sectionId,
  reference: `${act} 1:1`,
  act,
  place: '1:1',
  state,
  reason: null,
  findings: [],
  by: null,
  at: null,
})
const rows = [row('a', 'PSL', 'done'), row('a', 'KL', 'done'), row('b', 'PSL', 'missing'), row('c', 'KL', 'not-asked')]

test('rows come together by act, counted without what nobody asks for', () => {
  expect(groupRows(rows, 'act').map(({ key, fulfilled, asked }) => [key, fulfilled, asked])).toEqual([
    ['PSL', 1, 2],
    ['KL', 1, 1],
  ])
})

test('or by section, in the order of the report', () => {
  const groups = groupRows(rows, 'section')
  expect(groups.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect(groups[0]?.rows.map(({ act }) => act)).toEqual(['PSL', 'KL'])
})
