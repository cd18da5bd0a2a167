import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawingHtml } from './drawing-html.ts'
import { hatch } from './hatch.ts'
import { place, scaleFor } from './scale.ts'
import { lineWidth, wrapText } from './text-width.ts'

describe('an axis', () => {
  test.each([
    [[47.1, 60], [0, 20, 40, 60], 0],
    [[96, 100, 75], [0, 20, 40, 60, 80, 100], 0],
    [[834, 184], [0, 200, 400, 600, 800, 1000], 0],
    [[-25711, 3082], [-30000, -20000, -10000, 0, 10000], 0],
    [[0.4, 0.9], [0, 0.2, 0.4, 0.6, 0.8, 1], 1],
    [[], [0, 0.2, 0.4, 0.6, 0.8, 1], 1],
  ])('of %j has the ticks %j', (values, ticks, decimals) => {
    expect(scaleFor(values)).toMatchObject({ ticks, decimals })
  })

  test('holds every value and nothing, in even steps that its decimals tell apart', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 9 }), values => {
        const scale = scaleFor(values)
        for (const one of [0, ...values]) {
          expect(place(scale, one, 0, 100)).toBeGreaterThanOrEqual(-0.001)
          expect(place(scale, one, 0, 100)).toBeLessThanOrEqual(100.001)
        }
        expect(scale.ticks).toContain(0)
        expect(scale.ticks.length).toBeLessThanOrEqual(13)
        const named = scale.ticks.map(tick => tick.toFixed(scale.decimals))
        expect(new Set(named).size).toBe(scale.ticks.length)
      }),
    )
  })
})

test('text is cut into lines that fit, and no word is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-zåäö]{1,14}$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 300 }), (list, width) => {
      const lines = wrapText(list.join(' '), 12, width)
      expect(lines.join(' ')).toBe(list.join(' '))
      for (const line of lines) if (line.includes(' ')) expect(lineWidth(line, 12)).toBeLessThanOrEqual(width)
    }),
  )
})

test('hatching stays within its bar, however large and wherever it stands', () => {
  const size = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(size, size, size, size, fc.boolean(), (x, y, width, height, rising) => {
      const lines = hatch({ type: 'rect', x, y, width, height, fill: '' }, '#000', { rising, gap: 6 })
      for (const [px, py] of lines.flatMap(line => line.points)) {
        expect(px).toBeGreaterThanOrEqual(x)
        expect(px).toBeLessThanOrEqual(x + width)
        expect(py).toBeGreaterThanOrEqual(y)
        expect(py).toBeLessThanOrEqual(y + height)
      }
      if (width > 12 && height > 12) expect(lines.length).toBeGreaterThan(1)
    }),
  )
})

test('as HTML it says what it shows, and words in it are no markup', () => {
  const html = drawingHtml(
    {
      width: 100,
      height: 20.004,
      shapes: [
        { type: 'rect', x: 1 / 3, y: 0, width: 10, height: 5, fill: '#000' },
        { type: 'text', x: 0, y: 10, text: '<5 & "fler"', size: 12, anchor: 'end', color: '#111' },
        {
          type: 'line',
          points: [
            [0, 0],
            [1, 2],
          ],
          stroke: '#222',
          width: 1,
          dash: [2, 3],
        },
      ],
    },
    'Stapeldiagram: "Fall" <5',
    'chart',
  )
  expect(html).toContain('role="img" aria-label="Stapeldiagram: &quot;Fall&quot; &lt;5" viewBox="0 0 100 20"')
  expect(html).toContain('<rect x="0.33" y="0" width="10" height="5" fill="#000"></rect>')
  expect(html).toContain('>&lt;5 &amp; &quot;fler&quot;</text>')
  expect(html).toContain(
    '<polyline points="0,0 1,2" fill="none" stroke="#222" stroke-width="1" stroke-dasharray="2 3">',
  )
})
