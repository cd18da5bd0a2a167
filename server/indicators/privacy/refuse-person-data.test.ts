import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { openTable } from '../table/open-table.ts'
import { sampleFile } from '../testing/sample-files.ts'
import { makeWorkbook, sheetXml } from '../testing/workbook.ts'
import { refusePersonData } from './refuse-person-data.ts'

const look = async (bytes: Uint8Array): Promise<void> => refusePersonData(await openTable(bytes))
const csv = (...rows: string[]): Buffer => Buffer.from(`${rows.join('\n')}\n`)
const PEOPLE = ['Anna Andersson', 'Erik Berg', 'Karin Lind', 'Lars-Erik Öberg', 'Maria Holm']

it.each([
  ['a personnummer in a note', csv('område;värde;not', 'Fall;1;', 'Fall;2;se 640823-3234'), 'person-number', 3, 'not'],
  ['a column of them without hyphen', csv('område;id;värde', 'Fall;6408233234;1'), 'person-number', 2, 'id'],
  ['a column of coordination numbers', csv('område;id;värde', 'Fall;196408833231;1'), 'person-number', 2, 'id'],
  ['names under "namn"', csv('namn;värde', 'Anna Andersson;1', 'Norra hemmet;2'), 'name', 2, 'namn'],
  ['names turned round', csv('Kontaktperson;värde', '"Berg, Erik";1'), 'name', 2, 'Kontaktperson'],
  ['names under no word', csv('a;värde', ...PEOPLE.map(name => `${name};1`)), 'name', 2, 'a'],
  ['a column that only its head gives away', csv('förnamn;värde', 'A.;1'), 'name', 1, 'förnamn'],
  ['names below a title', csv('Uttag 2023;', 'Patient;värde', 'Anna Andersson;1'), 'name', 3, 'Patient'],
])('refuses %s', async (_, bytes, kind, line, column) => {
  await expect(look(bytes)).rejects.toMatchObject({ code: 'person-data', kind, place: { line, column } })
})

it('reads every sheet, and does not repeat the number', async () => {
  const bytes = makeWorkbook({
    sheets: {
      Siffror: sheetXml([
        ['område', 'värde'],
        ['Fall', 1],
      ]),
      Underlag: sheetXml([
        ['id', 'x'],
        ['640823-3234', 1],
      ]),
    },
  })
  const error = await look(bytes).catch(refusal => refusal)
  expect(error).toMatchObject({ kind: 'person-number', place: { sheet: 'Underlag', line: 2 } })
  expect(JSON.stringify(error) + error.message).not.toContain('640823')
})

const XML = '<?xml version="1.0"?>'

it.each([
  [
    'a pivot table remembers',
    { more: { 'xl/pivotCache/pivotCacheRecords1.xml': strToU8(`${XML}<r><s v="640823-3234"/></r>`) } },
  ],
  ['a comment tells', { more: { 'xl/comments1.xml': strToU8(`${XML}<c><t>gäller 640823-3234</t></c>`) } }],
  ['a deleted cell left', { strings: ['640823-3234'] }],
  [
    'a pivot table remembers without hyphen',
    {
      more: {
        'xl/pivotCache/pivotCacheRecords1.xml': strToU8(
          `${XML}<p><r><s v="Fall"/><n v="6408233234"/></r><r><s v="Fall"/><n v="1.96408833231E11"/></r></p>`,
        ),
      },
    },
  ],
  [
    'the fields of a pivot table remember',
    {
      more: {
        'xl/pivotCache/pivotCacheDefinition1.xml': strToU8(
          `${XML}<d><cacheField name="enhet"><sharedItems><s v="A"/><s v="B"/></sharedItems></cacheField><cacheField name="id"><sharedItems><n v="196408233234"/></sharedItems></cacheField></d>`,
        ),
      },
    },
  ],
  [
    'a comment tells without hyphen',
    { more: { 'xl/comments1.xml': strToU8(`${XML}<c><t>MAS:</t><t>6408233234</t></c>`) } },
  ],
  ['a text box tells', { more: { 'xl/drawings/drawing1.xml': strToU8(`${XML}<d><t>640823-3234</t></d>`) } }],
  ['a chart remembers', { more: { 'xl/charts/chart1.xml': strToU8(`${XML}<c><v>6408233234</v></c>`) } }],
  ['a link remembers', { more: { 'xl/externalLinks/externalLink1.xml': strToU8(`${XML}<e><v>6408233234</v></e>`) } }],
  ['a name is for', { names: '<definedName name="id">="6408233234"</definedName>' }],
])('refuses what %s', async (_, parts) => {
  const bytes = makeWorkbook({
    sheets: {
      Siffror: sheetXml([
        ['område', 'värde'],
        ['Fall', 1],
      ]),
    },
    ...parts,
  })
  await expect(look(bytes)).rejects.toMatchObject({ kind: 'person-number', place: { line: 0 } })
})

it('lets amounts, points in time and pointers in what is hidden pass', async () => {
  const bytes = makeWorkbook({
    sheets: { Siffror: sheetXml([['område', 'värde']]) },
    names: '<definedName name="omrade">Siffror!$A$1:$B$20</definedName>',
    more: {
      'xl/pivotCache/pivotCacheRecords1.xml': strToU8(
        `${XML}<p>${Array.from({ length: 100 }, (_, i) => `<r><x v="${i}"/><n v="${6408230000 + i * 37}"/><d v="2023-01-15T12:00:00"/></r>`).join('')}</p>`,
      ),
      'xl/comments1.xml': strToU8(`${XML}<c><t>Enligt 2023 års plan</t><t>ring 6408233234</t></c>`),
    },
  })
  await expect(look(bytes)).resolves.toBeUndefined()
})

it.each([
  ['units under "namn"', csv('namn;värde', 'Norra hemmet;1', 'Solgården Flen;2', 'Avdelning Äldre;3')],
  [
    'one name among many other words',
    csv('fråga;värde', 'Anna Lindhs plats;1', 'Karin Boye;2', 'Mat;3', 'Städ;4', 'Bad;5'),
  ],
  ['mobile numbers', csv('enhet;mobil;värde', 'A;0701234567;1', 'B;0709876543;2')],
  [
    'ten digits that seldom pass',
    csv('kod;värde', ...Array.from({ length: 200 }, (_, i) => `${6408230000 + i * 37};1`)),
  ],
  [
    'points in time',
    csv('tid;värde', ...Array.from({ length: 60 }, (_, i) => `2023011512${String(i).padStart(2, '0')};1`)),
  ],
  ['organisation numbers', csv('orgnr;värde', '212000-0332;1', '2120000332;2')],
  ['Senior alert', sampleFile('senior-alert')],
  ['the economy', sampleFile('ekonomi-nov-2023-buv')],
  ['the plan', sampleFile('namndplan')],
])('lets %s pass', async (_, bytes) => {
  await expect(look(bytes)).resolves.toBeUndefined()
})
