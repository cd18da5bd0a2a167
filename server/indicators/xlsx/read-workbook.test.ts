import { describe, expect, it } from 'vitest'
import { openTable } from '../table/open-table.ts'
import { fixtureFile, readAllCells, readAllRows } from '../testing/read-table.ts'
import { makeWorkbook, sheetXml } from '../testing/workbook.ts'

describe('a workbook that LibreOffice saved', () => {
  const file = fixtureFile('register.xlsx')

  it('has its sheets, the hidden one said', async () => {
    expect(await openTable(file)).toMatchObject({
      kind: 'workbook',
      macros: false,
      sheets: [
        { name: 'Register', hidden: false },
        { name: 'Typer', hidden: false },
        { name: 'Underlag', hidden: true },
      ],
    })
  })

  it('has the first sheet with percent, formulas and merged cells as people read them', async () => {
    const rows = await readAllRows(file)
    expect(rows.map(row => [row.line, ...row.cells])).toEqual([
      [1, 'Kvalitetsregister, uttag 2024-01-15'],
      [3, 'Område', 'Mått', '2023', '', '2022'],
      [4, 'Område', 'Mått', 'Resultat', 'n', 'Resultat', 'n'],
      [5, 'Trycksår', 'Åtgärdsplan vid risk', '96 %', '144', '100 %', '120'],
      [6, 'Trycksår', 'Utförd åtgärd vid risk', '69.4 %', '121', '68.5 %', '117'],
      [7, 'Fall', 'Åtgärdsplan vid risk', '<5', '', '--'],
      [8, 'Källa: uttag ur registret'],
    ])
    expect(rows[1]?.merged).toContainEqual({ from: 2, to: 3 })
    expect([...(rows[4]?.numbers ?? [])]).toEqual([2, 3, 4, 5])
  })

  it('has every kind of cell as text', async () => {
    expect(await readAllCells(file, 'Typer')).toEqual([
      ['sort', 'cell'],
      ['ja eller nej', '1'],
      ['månad', '2023-11'],
      ['dag', '2023-11-30'],
      ['delat med noll', '#DIV/0!'],
      ['flera rader', 'ett\ntvå'],
      ['belopp', '-8835.5'],
    ])
    await expect(readAllCells(file, 'Saknas')).rejects.toMatchObject({ reason: 'no-such-sheet' })
  })
})

describe('cells', () => {
  const one = async (cell: string, formats: string[] = [], properties = ''): Promise<string | undefined> => {
    const sheets = { Blad1: `<row r="7"><c r="A7" t="inlineStr"><is><t>x</t></is></c>${cell}</row>` }
    return (await readAllCells(makeWorkbook({ sheets, formats, properties, strings: ['Äldre', 'två'] })))[0]?.[1]
  }

  it.each([
    ['<c r="B7"><v>47.100000000000001</v></c>', '47.1'],
    ['<c r="B7"><v>0.30000000000000004</v></c>', '0.3'],
    ['<c r="B7"><v>1E-3</v></c>', '0.001'],
    ['<c r="B7"><v>1.2E+7</v></c>', '12000000'],
    ['<c r="B7"><v>-8835</v></c>', '-8835'],
    ['<c r="B7" t="s"><v>0</v></c>', 'Äldre'],
    ['<c r="B7" t="b"><v>1</v></c>', 'ja'],
    ['<c r="B7" t="b"><v>0</v></c>', 'nej'],
    ['<c r="B7" t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c r="B7" t="d"><v>2023-11-30T00:00:00</v></c>', '2023-11-30'],
    ['<c r="B7" t="str"><f>A1&amp;"x"</f><v>abc</v></c>', 'abc'],
    ['<c r="B7"><f>SUM(C1:C2)</f><v>12</v></c>', '12'],
    ['<c r="B7"><f>SUM(C1:C2)</f></c>', '=SUM(C1:C2)'],
    ['<c r="B7" t="inlineStr"><is><r><t>hel</t></r><r><t>het</t></r><rPh><t>zz</t></rPh></is></c>', 'helhet'],
  ])('%s is %s', async (cell, text) => {
    expect(await one(cell)).toBe(text)
  })

  it.each([
    ['0.0%', '0.471', '47.1 %'],
    ['0%', '0.96', '96 %'],
    ['0.0"%"', '47.1', '47.1'],
    ['# ##0,00\\ "kr"', '8835.5', '8835.5'],
    ['[Red]-0.0;0.0', '-3.5', '-3.5'],
    ['yyyy', '45231', '2023'],
    ['mmm\\-yy', '45231', '2023-11'],
    ['yyyy\\-mm\\-dd', '45260', '2023-11-30'],
    ['[$-41D]d mmmm yyyy', '45260', '2023-11-30'],
    ['hh:mm', '0.5', '12:00'],
    ['[h]:mm', '1.5', '1899-12-31 12:00'],
  ])('format %s makes %s %s', async (format, value, text) => {
    expect(await one(`<c r="B7" s="1"><v>${value}</v></c>`, [format])).toBe(text)
  })

  it('counts days from 1904 where the workbook does', async () => {
    expect(await one('<c r="B7" s="1"><v>0</v></c>', ['yyyy\\-mm\\-dd'], 'date1904="1"')).toBe('1904-01-01')
  })

  it('reads rows and cells without addresses, and prefixed names', async () => {
    const plain = makeWorkbook({ sheets: { Blad1: sheetXml([['a', null, 1]]) } })
    expect(await readAllRows(plain)).toMatchObject([{ line: 1, cells: ['a', '', '1'] }])
    const prefixed = makeWorkbook({
      sheets: { Blad1: '<x:row xmlns:x="urn:x" r="3"><x:c r="B3"><x:v>5</x:v></x:c></x:row>' },
    })
    expect(await readAllRows(prefixed)).toMatchObject([{ line: 3, cells: ['', '5'] }])
  })
})

it('does not read macros, and says that they are there', async () => {
  const file = makeWorkbook({
    sheets: { Blad1: sheetXml([['a', 1]]) },
    more: { 'xl/vbaProject.bin': new Uint8Array(9) },
  })
  expect(await openTable(file)).toMatchObject({ macros: true })
})
