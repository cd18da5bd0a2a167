import { strToU8, zipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../policies/actor.ts'
import { importFile } from './import-file.ts'
import { importErrorText, problemLine } from './problem-text.ts'
import { makeActor } from './testing/organisation.ts'
import { fixtureFile } from './testing/read-table.ts'
import { windows1252 } from './testing/windows-1252.ts'
import { makeWorkbook, sheetXml } from './testing/workbook.ts'

const database = testDatabase()
let actor: Actor
beforeAll(async () => {
  actor = await makeActor(database.db)
})

const HEAD = 'omrade,matt,resultat_2023,malvarde_2023,enhet'
const csv = (...rows: string[]): Buffer => Buffer.from([HEAD, ...rows, ''].join('\n'))
const sheet = (...rows: (string | number | null)[][]): Buffer =>
  makeWorkbook({ sheets: { Blad1: sheetXml([HEAD.split(','), ...rows]) } })
const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share))
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const next = new Date().getFullYear() + 1

/** What people upload, and the Swedish that each of them gets. Nothing of any of them is stored. */
const BAD: [what: string, file: Buffer, message: RegExp][] = [
  ['an empty file', Buffer.alloc(0), /^Filen är tom\./],
  ['blank lines alone', Buffer.from('\n \r\n\n'), /^Filen är tom\./],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), /^Filen är en PDF\./],
  ['the sign-in page', Buffer.from('<!doctype html><title>Logga in</title>'), /^Filen är en webbsida\./],
  ['XML of another program', Buffer.from('<?xml version="1.0"?><export/>'), /^Filen är en webbsida\./],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /varken ett kalkylblad eller text/],
  ['rich text', Buffer.from('{\\rtf1\\ansi a,b}'), /varken ett kalkylblad eller text/],
  ['UTF-16 without mark', utf16(`${HEAD}\nFall,Mått,1,2,procent\n`), /varken ett kalkylblad eller text/],
  ['text without columns', Buffer.from('Här är siffrorna\n12\n'), /^Första raden har bara en kolumn\./],
  ['a zip of files', Buffer.from(zipSync({ 'a.csv': strToU8('a,b') })), /komprimerat arkiv \(zip\)/],
  ['a Word document', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') })), /komprimerat arkiv/],
  ['an old .xls', fixtureFile('senior-alert.xls'), /Excel 97–2003 \(\.xls\).*\.xlsx/],
  ['an .ods', fixtureFile('senior-alert.ods'), /OpenDocument-format \(\.ods\).*\.xlsx/],
  ['an .xlsb', Buffer.from(zipSync({ 'xl/workbook.bin': strToU8('x') })), /binär arbetsbok \(\.xlsb\)/],
  [
    'a workbook with a password',
    Buffer.concat([OLE, Buffer.alloc(600), utf16('EncryptedPackage')]),
    /skyddad med lösenord/,
  ],
  ['a workbook half downloaded', cut(fixtureFile('senior-alert.xlsx'), 0.6), /Arbetsboken är skadad/],
  [
    'a workbook without its parts',
    Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })),
    /Arbetsboken är skadad/,
  ],
  ['a workbook of broken XML', makeWorkbook({ sheets: { Blad1: '<row><c>' } }), /Arbetsboken är skadad/],
  [
    'a zip bomb',
    makeWorkbook({ sheets: { Blad1: `<row>${' '.repeat(30_000_000)}</row>` } }),
    /mycket mer än en tabell/,
  ],
  [
    'a sheet without end to the right',
    makeWorkbook({ sheets: { B: '<row><c r="ZZZ1"><v>1</v></c></row>' } }),
    /fler än 500 kolumner/,
  ],
  ['an empty sheet', makeWorkbook({ sheets: { Blad1: '' } }), /^Rad 1: Bladet är tomt\./],
  ['headers alone', csv(), /Under rubrikerna finns inga rader/],
  ['no header', Buffer.from('Fall,Mått,1,2,procent\n'), /omrade: Kolumnen finns inte i filen/],
  [
    'a header without year',
    Buffer.from('omrade,matt,resultat,enhet\nFall,Mått,1,procent\n'),
    /resultat_ÅÅÅÅ: Ingen kolumn har värden för ett år/,
  ],
  ['a column twice', Buffer.from(`${HEAD},Matt\nFall,A,1,2,procent,B\n`), /Matt: Två kolumner har samma rubrik/],
  [
    'a year to come',
    Buffer.from(`omrade,matt,resultat_${next},enhet\nFall,A,1,procent\n`),
    /ett år som inte har varit än/,
  ],
  ['a row that is too short', csv('Fall,Mått,1'), /^Rad 2: Raden har inte lika många celler/],
  ['an unquoted decimal comma', csv('Fall,Mått,95,5,100,procent'), /^Rad 2: Raden har inte lika många celler/],
  ['a quote that is never closed', csv('"Fall,Mått,1,2,procent'), /^Rad 2: Ett citattecken saknas/],
  ['a row without name', csv('Fall,,1,2,procent'), /matt: Namnet saknas/],
  ['damaged letters', csv('Trycks\ufffdr,Mått,1,2,procent'), /omrade: Namnet går inte att läsa/],
  ['UTF-8 read as Windows-1252', windows1252(`${HEAD}\nTrycksÃ¥r,Mått,1,2,procent\n`), /Namnet går inte att läsa/],
  [
    'the same row twice',
    csv('Fall,A,1,2,procent', 'fall,a,3,4,procent'),
    /^Rad 3: Samma indikator står redan på rad 2/,
  ],
  ['another unit', csv('Fall,A,1,2,promille'), /enhet: Enheten är en annan/],
  ['words', csv('Fall,A,nittio,2,procent'), /inget tal.*”nittio”/],
  ['a share above the whole', csv('Fall,A,172,2,procent'), /mellan 0 och 100 procent.*”172”/],
  [
    'two decimal signs',
    Buffer.from(`${HEAD.replaceAll(',', ';')}\nFall;A;1,5;2,5;procent\nFall;B;1.5;2;procent\n`),
    /annat decimaltecken.*”1\.5”/,
  ],
  ['a thousands point', csv('Fall,A,"1.234,5",2,procent'), /inget tal.*”1\.234,5”/],
  ['an error of Excel', sheet(['Fall', 'A', '#DIV/0!', 1, 'procent']), /inget tal.*#DIV\/0!/],
  [
    'a formula that nobody calculated',
    makeWorkbook({
      sheets: {
        B: sheetXml([HEAD.split(',')]).concat(
          '<row><c t="str"><v>Fall</v></c><c t="str"><v>A</v></c><c><f>1+1</f></c><c><v>1</v></c><c t="str"><v>procent</v></c></row>',
        ),
      },
    }),
    /inget tal.*”=1\+1”/,
  ],
  [
    'a date for a number',
    makeWorkbook({
      formats: ['yyyy\\-mm\\-dd'],
      sheets: {
        B: sheetXml([HEAD.split(',')]).concat(
          '<row><c t="str"><v>Fall</v></c><c t="str"><v>A</v></c><c s="1"><v>45260</v></c><c><v>1</v></c><c t="str"><v>procent</v></c></row>',
        ),
      },
    }),
    /inget tal.*2023-11-30/,
  ],
  ['a personnummer', csv('Fall,640823-3234,1,2,procent'), /innehåller personnummer.*rad 2/],
  [
    'a column of names',
    Buffer.from(`namn,${HEAD}\nAnna Andersson,Fall,A,1,2,procent\nErik Berg,Fall,B,1,2,procent\n`),
    /innehåller namn på personer \(kolumnen namn/,
  ],
]

it('has at least forty of them', () => {
  expect(BAD.length).toBeGreaterThanOrEqual(40)
  expect(new Set(BAD.map(([what]) => what)).size).toBe(BAD.length)
})

it.each(BAD)('%s', async (_, bytes, message) => {
  const upload = { source: 'senior-alert', fileName: 'fil.csv', bytes, dryRun: false }
  let told: string | null
  try {
    const { preview, result } = await importFile(database, actor, upload)
    expect(result).toBeNull()
    told = preview.errors.map(problemLine).join('\n')
  } catch (error) {
    told = importErrorText(error)
  }
  expect(told).toMatch(message)
  const [counts] = await database.sql`
    select (select count(*)::int from data_import) as imports, (select count(*)::int from observation) as observations,
      (select count(*)::int from indicator) as indicators, (select count(*)::int from import_draft) as drafts`
  expect(counts).toEqual({ imports: 0, observations: 0, indicators: 0, drafts: 0 })
})
