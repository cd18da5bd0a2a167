import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { RowSplitter } from './row-splitter.ts'

function split(text: string, pieces: string[] = [text]): string[][] {
  const splitter = new RowSplitter(';')
  return [...pieces.flatMap(piece => [...splitter.push(piece)]), ...splitter.end()].map(row => row.cells)
}

/** A linear congruential generator, so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

const PARTS = ['a', 'å', '🙂', ' ', ';', '"', '\n', '\r\n', '1,5', ',']

function randomFile(random: (below: number) => number): string {
  const cell = (): string => {
    const text = Array.from({ length: random(5) }, () => PARTS[random(PARTS.length)]).join('')
    return /[;"\r\n]/.test(text) || random(3) === 0 ? `"${text.replaceAll('"', '""')}"` : text
  }
  const row = (): string => Array.from({ length: 1 + random(4) }, cell).join(';')
  return Array.from({ length: 1 + random(6) }, row).join(random(2) ? '\n' : '\r\n')
}

it('agrees with csv-parse, wherever the pieces are cut', () => {
  const random = randomFrom(1)
  for (let round = 0; round < 2000; round += 1) {
    const text = randomFile(random)
    const expected: string[][] = parse(text, {
      delimiter: ';',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
    })
    const pieces: string[] = []
    for (let at = 0; at < text.length; ) {
      const size = 1 + random(6)
      pieces.push(text.slice(at, at + size))
      at += size
    }
    expect(split(text, pieces), JSON.stringify(pieces)).toEqual(split(text))
    expect(split(text), JSON.stringify(text)).toEqual(expected)
  }
})
