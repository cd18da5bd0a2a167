import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type Layout, layoutOf, share } from '#server/indicators/layout/layout.ts'

/** Months of ten years. */
const PERIODS = Array.from(
  { length: 120 },
  (_, at) => `${2014 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
const HEADER = ['Område', 'Mått', 'Period', 'Kön', 'Resultat', 'n', 'Enhet']
const GENDERS = ['totalt', 'kvinnor', 'män']

/** A row per indicator, month and gender, as statistics systems export them. */
export const bigLayout: Layout = layoutOf({
  area: ['omrade'],
  name: ['matt'],
  gender: ['kon'],
  measures: [{ ...share, unitColumns: ['enhet'] }],
  values: [
    {
      column: 'resultat',
      measure: 0,
      kind: 'result',
      period: { from: 'column', column: 'period' },
      numerator: null,
      denominator: 'n',
    },
  ],
})

function cellsOf(row: number): {
  area: number
  measure: number
  period: string
  gender: string
  value: string
  n: number
} {
  const indicator = Math.floor(row / (PERIODS.length * GENDERS.length))
  return {
    area: Math.floor(indicator / 20),
    measure: indicator % 20,
    period: PERIODS[Math.floor(row / GENDERS.length) % PERIODS.length] as string,
    gender: GENDERS[row % GENDERS.length] as string,
    value: `${(row * 7919) % 100}.${row % 10}`,
    n: 20 + ((row * 31) % 400),
  }
}

const areaName = (area: number): string => `Enhet ${area} inom vård och omsorg`
const measureName = (measure: number): string => `Åtgärd ${measure} vid risk`

/** @param path where the file is written */
export async function writeBigCsv(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path)
  out.write(`\ufeff${HEADER.join(';')}\r\n`)
  for (let row = 0; row < rows; row += 1) {
    const { area, measure, period, gender, value, n } = cellsOf(row)
    const line = [areaName(area), measureName(measure), period, gender, value.replace('.', ','), n, 'procent'].join(';')
    if (!out.write(`${line}\r\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as Excel writes it: texts in one list, cells that refer to them, a number format per column. */
export async function writeBigWorkbook(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path)
  const zip = new Zip((error, chunk, isLast) => {
    if (error) throw error
    out.write(chunk)
    if (isLast) out.end()
  })
  const add = (name: string, write: (push: (text: string) => void) => void): void => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    write(text => file.push(strToU8(text)))
    file.push(new Uint8Array(0), true)
  }
  const strings = new Map<string, number>()
  const idOf = (text: string): number => {
    const id = strings.get(text) ?? strings.size
    strings.set(text, id)
    return id
  }
  const text = (column: string, row: number, value: string): string =>
    `<c r="${column}${row}" t="s"><v>${idOf(value)}</v></c>`
  add('[Content_Types].xml', push =>
    push('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  )
  add('xl/workbook.xml', push =>
    push(
      `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Uttag" sheetId="1" r:id="a"/></sheets></workbook>`,
    ),
  )
  add('xl/_rels/workbook.xml.rels', push =>
    push(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
  )
  add('xl/worksheets/sheet1.xml', push => {
    push(
      `<worksheet ${MAIN}><sheetData><row r="1">${HEADER.map((name, at) => text('ABCDEFG'.charAt(at), 1, name)).join('')}</row>`,
    )
    for (let start = 0; start < rows; start += 1000) {
      let xml = ''
      for (let row = start; row < Math.min(rows, start + 1000); row += 1) {
        const { area, measure, period, gender, value, n } = cellsOf(row)
        const at = row + 2
        xml += `<row r="${at}" spans="1:7">${text('A', at, areaName(area))}${text('B', at, measureName(measure))}${text('C', at, period)}${text('D', at, gender)}<c r="E${at}"><v>${value}</v></c><c r="F${at}"><v>${n}</v></c>${text('G', at, 'procent')}</row>`
      }
      push(xml)
    }
    push('</sheetData></worksheet>')
  })
  add('xl/sharedStrings.xml', push => {
    push(`<sst ${MAIN}>`)
    for (const value of strings.keys()) push(`<si><t>${value}</t></si>`)
    push('</sst>')
  })
  zip.end()
  await once(out, 'finish')
}
