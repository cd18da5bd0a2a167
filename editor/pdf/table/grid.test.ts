import { describe, expect, it } from 'vitest'
import { bands, placeCells, separableRows } from './grid.ts'

const cell = (name: string, colSpan = 1, rowSpan = 1) => ({ name, colSpan, rowSpan })
const places = (source: ReturnType<typeof cell>[][]) =>
  placeCells(source).rows.map(row =>
    row.map(({ column, colSpan, cell: placed }) => [placed?.name ?? null, column, colSpan]),
  )

describe('placeCells', () => {
  it('puts cells beside those that reach down from above', () => {
    expect(
      places([
        [cell('a', 1, 2), cell('b', 2)],
        [cell('c'), cell('d')],
      ]),
    ).toEqual([
      [
        ['a', 0, 1],
        ['b', 1, 2],
      ],
      [
        ['c', 1, 1],
        ['d', 2, 1],
      ],
    ])
  })

  it('fills holes and cuts spans that leave the table or cover a cell', () => {
    const grid = placeCells([[cell('a'), cell('b', 1, 9)], [cell('c', 3)], []])
    expect(grid.columns).toBe(2)
    expect(
      grid.rows.map(row => row.map(({ column, colSpan, rowSpan, cell: c }) => [c?.name, column, colSpan, rowSpan])),
    ).toEqual([
      [
        ['a', 0, 1, 1],
        ['b', 1, 1, 3],
      ],
      [['c', 0, 1, 1]],
      [[undefined, 0, 1, 1]],
    ])
  })
})

describe('bands', () => {
  it('keeps rows together that a cell spans', () => {
    const { rows } = placeCells([[cell('a', 1, 2), cell('b')], [cell('c', 1, 2)], [cell('d')], [cell('e'), cell('f')]])
    expect(bands(rows)).toEqual([[0, 1, 2], [3]])
  })
})

describe('separableRows', () => {
  it('takes no row into the head that reaches into the body', () => {
    const { rows } = placeCells([[cell('a'), cell('b')], [cell('c', 1, 2), cell('d')], [cell('e')]])
    expect(separableRows(rows, 2)).toBe(1)
    expect(separableRows(rows, 3)).toBe(3)
  })
})
