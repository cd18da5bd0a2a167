import { describe, expect, it } from 'vitest'
import { columnWidths } from './column-widths.ts'

const cell = (column: number, min: number, max: number, colSpan = 1) => ({ column, colSpan, min, max })

describe('columnWidths', () => {
  it('fills the width in proportion to the text', () => {
    expect(columnWidths([cell(0, 10, 100), cell(1, 10, 50)], 2, 300)).toEqual([200, 100])
  })

  it('gives every column its longest word first', () => {
    const [first = 0, second = 0] = columnWidths([cell(0, 40, 1000), cell(1, 30, 40)], 2, 100)
    expect(first).toBeGreaterThan(60)
    expect(second).toBeGreaterThanOrEqual(30)
    expect(first + second).toBeCloseTo(100)
  })

  it('shrinks those with the longest words where the words do not fit', () => {
    expect(columnWidths([cell(0, 300, 300), cell(1, 60, 60)], 2, 200)).toEqual([140, 60])
    expect(columnWidths([cell(0, 300, 300), cell(1, 20, 90), cell(2, 150, 150)], 3, 200)).toEqual([90, 20, 90])
  })

  it('makes room for a cell over several columns', () => {
    const widths = columnWidths([cell(0, 10, 10), cell(1, 10, 10), cell(0, 80, 80, 2), cell(2, 10, 10)], 3, 90)
    expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(80)
  })

  it('divides an empty table evenly', () => {
    expect(columnWidths([], 2, 90)).toEqual([45, 45])
  })
})
