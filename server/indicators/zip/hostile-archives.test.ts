import { describe, expect, it } from 'vitest'
import { readAllCells } from '../testing/read-table.ts'
import { makeWorkbook, sheetXml } from '../testing/workbook.ts'

const good = makeWorkbook({ sheets: { Blad1: sheetXml([['a', 1]]) } })

const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(good)
  change(bytes)
  return bytes
}

/** Where the central directory's record of a file begins. */
const centralRecord = (bytes: Buffer, name: string): number => bytes.lastIndexOf(name) - 46

describe('an archive is refused', () => {
  it.each<[string, Buffer, string]>([
    [
      'that grows a thousandfold',
      makeWorkbook({ sheets: { Blad1: `<row>${' '.repeat(40_000_000)}</row>` } }),
      'too-much-inside',
    ],
    [
      'with a cell without end',
      makeWorkbook({ sheets: { Blad1: sheetXml([['a', 'x'.repeat(40_000)]]) } }),
      'too-much-inside',
    ],
    [
      'with thousands of files',
      makeWorkbook({
        sheets: { Blad1: sheetXml([['a', 1]]) },
        more: Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`x/${index}`, new Uint8Array(0)])),
      }),
      'too-much-inside',
    ],
    [
      'with columns without end',
      makeWorkbook({ sheets: { Blad1: '<row r="1"><c r="XFD1"><v>1</v></c></row>' } }),
      'too-wide',
    ],
    ['that is cut off', good.subarray(0, good.length - 40), 'broken-archive'],
    [
      'whose sheet is not what it was',
      changed(bytes =>
        bytes.fill(0xff, bytes.indexOf('xl/worksheets/s0.xml') + 24, bytes.indexOf('xl/worksheets/s0.xml') + 60),
      ),
      'broken-archive',
    ],
    [
      'that claims another size',
      changed(bytes => bytes.writeUInt32LE(5, centralRecord(bytes, 'xl/worksheets/s0.xml') + 24)),
      'broken-archive',
    ],
    [
      'whose file lies beyond its end',
      changed(bytes => bytes.writeUInt32LE(0x7fffffff, centralRecord(bytes, 'xl/worksheets/s0.xml') + 42)),
      'broken-archive',
    ],
    [
      'that is encrypted the way of zip',
      changed(bytes => bytes.writeUInt16LE(1, centralRecord(bytes, 'xl/worksheets/s0.xml') + 8)),
      'encrypted',
    ],
    ['with a sheet of broken XML', makeWorkbook({ sheets: { Blad1: '<row><c><v>1</c></row>' } }), 'broken-workbook'],
    [
      'with entities of its own',
      makeWorkbook({ sheets: { Blad1: '<row><c t="str"><v>&lol;</v></c></row>' } }),
      'broken-workbook',
    ],
    [
      'that refers to a text that is not there',
      makeWorkbook({ sheets: { Blad1: '<row><c t="s"><v>9</v></c></row>' } }),
      'broken-workbook',
    ],
    ['without sheets', makeWorkbook({ sheets: {} }), 'broken-workbook'],
  ])('%s', async (_, bytes, reason) => {
    await expect(readAllCells(bytes)).rejects.toMatchObject({ code: 'not-a-table', reason })
  })

  it('and the one that was changed above is good', async () => {
    expect(await readAllCells(good)).toEqual([['a', '1']])
  })
})
