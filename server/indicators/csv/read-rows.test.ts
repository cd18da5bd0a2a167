import { describe, expect, it } from 'vitest'
import { CsvSyntaxError, NotATableError } from '../errors.ts'
import { windows1252 } from '../testing/windows-1252.ts'
import { detectFormat, readRows } from './read-rows.ts'
import type { CsvRow } from './row-splitter.ts'

async function readAll(file: Uint8Array | string): Promise<{ rows: CsvRow[]; error: unknown }> {
  const bytes = Buffer.from(file)
  const rows: CsvRow[] = []
  try {
    for await (const batch of readRows(bytes, detectFormat(bytes))) rows.push(...batch)
  } catch (error) {
    return { rows, error }
  }
  return { rows, error: null }
}

const cells = async (file: Uint8Array | string): Promise<string[][]> => (await readAll(file)).rows.map(row => row.cells)

function reasonOf(file: Uint8Array | string): string {
  try {
    detectFormat(Buffer.from(file))
    return 'csv'
  } catch (error) {
    return error instanceof NotATableError ? error.reason : String(error)
  }
}

describe('encoding', () => {
  const text = 'område;mått\nTrycksår;2–4 €\n'
  const rows = [
    ['område', 'mått'],
    ['Trycksår', '2–4 €'],
  ]
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', utf16be],
    ['windows-1252', windows1252(text)],
  ])('%s', async (encoding, bytes) => {
    expect(detectFormat(bytes).encoding).toBe(encoding)
    expect(await cells(bytes)).toEqual(rows)
  })

  it('holds letters together that a chunk divides', async () => {
    const line = 'å,ä\n'
    const many = `x${line}${line.repeat(20_000)}`
    const rows = await cells(many)
    expect(rows).toHaveLength(20_001)
    expect(new Set(rows.slice(1).map(String))).toEqual(new Set(['å,ä']))
  })
})

describe('separator', () => {
  it.each([
    ['comma', 'a,b\n1,2'],
    ['semicolon', 'a;b\n1;2'],
    ['tab', 'a\tb\n1\t2'],
    ['quoted commas', '"a";"b"\n1;2'],
    ['what most of the header is', '"x, y; z",b\n1,2'],
    ['hint of Excel', 'sep=;\na;b\n1;2'],
  ])('%s', async (_, file) => {
    expect((await cells(file)).at(-1)).toEqual(['1', '2'])
  })

  it('keeps separators and quotes inside quotes', async () => {
    expect(await cells('a,b\n"x, ""y""",2\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', '2'],
    ])
  })
})

describe('lines', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', async (_, end) => {
    const { rows } = await readAll(['', 'a,b', '', `"x${end}y",2`, ',', '', '3,4', ''].join(end))
    expect(rows).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 4, cells: [`x${end}y`, '2'] },
      { line: 8, cells: ['3', '4'] },
    ])
  })

  it('reads a file without a last line end', async () => {
    expect(await cells('a,b\r\n1,2')).toHaveLength(2)
  })
})

describe('broken rows', () => {
  it.each([
    ['a quote that is never closed', 'a,b\n1,2\n"x,3\n4,5\n', 'broken-quotes'],
    ['text after a closing quote', 'a,b\n1,2\n"x"y,3\n4,5\n', 'broken-quotes'],
    ['a quote within text', 'a,b\n1,2\nx"y",3\n4,5\n', 'broken-quotes'],
    ['a quote that is closed much later', `a,b\n1,2\n"${'x\n'.repeat(90_000)}",3\n`, 'broken-quotes'],
    ['an endless row', `a,b\n1,2\n${'x'.repeat(180_000)},3\n`, 'row-too-long'],
  ])('%s', async (_, file, code) => {
    const { rows, error } = await readAll(file)
    expect(rows.map(row => row.cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(error).toBeInstanceOf(CsvSyntaxError)
    expect(error).toMatchObject({ code, line: 3 })
  })

  it('after empty lines', async () => {
    expect((await readAll('a,b\r\n\r\n"x\r\ny",1\r\n\r\n\r\n"x')).error).toMatchObject({ line: 7 })
  })
})

it.each([
  ['empty', ''],
  ['empty', '\ufeff'],
  ['empty', ' \r\n\r\n'],
  ['empty', Buffer.from('\ufeff\r\n', 'utf16le')],
  ['one-column', 'bara text\nutan kolumner\n'],
  ['one-column', 'omrade|matt|resultat_2023\n'],
  ['pdf', '%PDF-1.7\n1,2\n'],
  ['html', '<!DOCTYPE html><table><tr><td>a,b</td></tr></table>'],
  ['html', '\ufeff\n<html>a,b'],
  ['html', '<?xml version="1.0"?><a b="1,2"/>'],
  ['binary', Buffer.from('1f8b0800000000000003', 'hex')],
  ['binary', Buffer.from('a,b\n1,\u0000\n')],
  ['binary', Buffer.from('a,b\n1,2\n', 'utf16le')],
  ['binary', Buffer.concat([Buffer.from('a,b\n'.repeat(50_000)), Buffer.from([0])])],
  ['binary', '{\\rtf1 a,b}'],
])('refuses what is no CSV: %s', (reason, file) => {
  expect(reasonOf(file)).toBe(reason)
})
