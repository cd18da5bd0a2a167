// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { nextFigure } from './step-figures.ts'

document.body.innerHTML = `<table><thead><tr><th>Mått</th><th>2023</th><th>Byte</th><th>2022</th></tr></thead>
  <tbody><tr><th>A</th><td><span data-figure="a1">1</span></td><td>+1</td><td><span data-figure="a2">0</span></td></tr></tbody>
  <tbody><tr><th colspan="4">Område</th></tr>
  <tr><th>B</th><td><span data-figure="b1">1</span></td><td>–</td><td>–</td></tr></tbody></table>`

const to = (from: string, key: string): string | null => {
  const figure = document.querySelector(`[data-figure=${from}]`)
  return (figure && nextFigure(figure, key)?.getAttribute('data-figure')) ?? null
}

test('the arrow keys lead from figure to figure of a table, past cells and rows without one', () => {
  expect(to('a1', 'ArrowRight')).toBe('a2')
  expect(to('a2', 'ArrowLeft')).toBe('a1')
  expect(to('a1', 'ArrowDown')).toBe('b1')
  expect(to('b1', 'ArrowUp')).toBe('a1')
})

test('and stop at its edges', () => {
  expect(to('a1', 'ArrowLeft')).toBeNull()
  expect(to('a2', 'ArrowRight')).toBeNull()
  expect(to('a2', 'ArrowDown')).toBeNull()
  expect(to('a1', 'ArrowUp')).toBeNull()
  expect(to('a1', 'Enter')).toBeNull()
})
