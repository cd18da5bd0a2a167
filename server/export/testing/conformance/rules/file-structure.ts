import { PdfReader } from '../../../../signing/verify/pdf/pdf-reader.ts'
import {
  PdfName,
  type PdfRef,
  type PdfStream,
  PdfString,
  type PdfValue,
} from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, named } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { valuesIn, when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

const EOL = '(?:\\r\\n|\\n|\\r)'
const FILTERS = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'DCTDecode',
])

/** Where objects begin, and where the end of each is. */
function* placesOf(file: PdfFile): Generator<{ num: number; offset: number; end: number }> {
  const lengthOf = (ref: PdfRef): number => file.number(ref) ?? Number.NaN
  for (const num of file.objects.keys()) {
    const entry = file.revision.entry(num)
    if (entry.kind === 'offset')
      yield { num, offset: entry.offset, end: new PdfReader(file.bytes, entry.offset, lengthOf).object().end }
  }
}

function isWellSpaced({ source }: PdfFile, offset: number, end: number): boolean {
  const isBegun = new RegExp(`^\\d+[\\0\\t\\n\\f\\r ]\\d+[\\0\\t\\n\\f\\r ]obj${EOL}`).test(
    source.slice(offset, offset + 40),
  )
  const isAlone = /[\r\n]$/.test(source.slice(offset - 1, offset))
  return (
    isBegun && isAlone && new RegExp(`[\\r\\n]endobj${EOL}$`).test(source.slice(end - 7, end + 1).replace(/\r$/, '\r'))
  )
}

/** Tables as they stand: keyword, parts with their first line, and entries of twenty bytes. */
function isWellTabled({ source }: PdfFile, offset: number): boolean {
  const keyword = new RegExp(`^xref${EOL}(?=\\d)`).exec(source.slice(offset, offset + 40))
  let at = offset + (keyword?.[0].length ?? 0)
  if (!keyword) return false
  for (let part = 0; ; part++) {
    const head = new RegExp(`^\\d+ (\\d+) ?${EOL}`).exec(source.slice(at, at + 40))
    if (!head) return part > 0 && source.startsWith('trailer', at)
    at += head[0].length
    for (let entry = 0; entry < Number(head[1]); entry++, at += 20)
      if (!/^\d{10} \d{5} [nf](?: \r| \n|\r\n)$/.test(source.slice(at, at + 20))) return false
  }
}

const isHexOdd = ({ source }: PdfFile, value: PdfValue): boolean =>
  value instanceof PdfString &&
  value.hex &&
  source.slice(value.start + 1, value.end - 1).replace(/[\0\t\n\f\r ]/g, '').length % 2 === 1

const streams = (file: PdfFile): { num: number; stream: PdfStream }[] =>
  [...file.dictionaries()].flatMap(({ num, stream }) => (stream ? [{ num, stream }] : []))

function isWellFramed({ bytes, source }: PdfFile, { raw }: PdfStream): boolean {
  const begin = raw.byteOffset - bytes.byteOffset
  const end = begin + raw.length
  const before = /stream(\r\n|\n)$/.test(source.slice(begin - 8, begin))
  return before && new RegExp(`^${EOL}endstream`).test(source.slice(end, end + 12))
}

const isUtf8 = (name: string): boolean => {
  const bytes = Buffer.from(name, 'latin1')
  return Buffer.compare(Buffer.from(bytes.toString('utf8')), bytes) === 0
}

export const fileStructure: Rule[] = [
  {
    clauses: ['A 6.1.2-1', 'UA 6.1-1'],
    demands: 'The first line is "%PDF-1." and a digit from 0 to 7.',
    find: ({ source }) => when(!new RegExp(`^%PDF-1\\.[0-7]${EOL}`).test(source), 'the first line'),
    fault: draft => draft.bytes(source => source.replace('%PDF-1.7', '%PDF-2.0')),
  },
  {
    clauses: ['A 6.1.2-2'],
    demands: 'The second line is a comment of at least four bytes above 127.',
    find: ({ source }) => when(!new RegExp(`^.{8}${EOL}%[\\x80-\\xff]{4}`).test(source), 'the second line'),
    fault: draft => draft.bytes(source => source.replace(/%[\x80-\xff]{4}/, '%abcd')),
  },
  {
    clauses: ['A 6.1.3-1'],
    demands: 'Every trailer has an ID of two strings that are not empty, the first one always the same.',
    find: file => {
      const ids = file.revision.sections.map(({ trailer }) => file.list(trailer.get('ID')))
      const firsts = ids.map(([first]) => (first instanceof PdfString ? Buffer.from(first.bytes).toString('hex') : ''))
      const isWhole = ids.every(
        id => id.length === 2 && id.every(one => one instanceof PdfString && one.bytes.length > 0),
      )
      return when(!isWhole || new Set(firsts).size !== 1, 'a trailer')
    },
    fault: draft => draft.inTrailer(trailer => trailer.delete('ID')),
  },
  {
    clauses: ['A 6.1.3-2', 'UA 7.16-1', 'M 26-001', 'M 26-002'],
    demands: 'Nothing is encrypted.',
    find: ({ source }) => when(/trailer\s*<<(?:(?!startxref)[\s\S])*\/Encrypt\b/.test(source), 'a trailer'),
    fault: draft => draft.inTrailer(trailer => trailer.set('Encrypt', dictOf({ Filter: named('Standard') }))),
  },
  {
    clauses: ['A 6.1.3-3'],
    demands: 'After the last "%%EOF" comes no more than one line end.',
    find: ({ source }) => when(!new RegExp(`%%EOF${EOL}?$`).test(source), 'the end'),
    fault: draft => draft.bytes(source => `${source}more`),
  },
  {
    clauses: ['A 6.1.4-1', 'A 6.1.4-2', 'P 7.5.4'],
    demands: 'Cross-reference tables keep to their form: one line end after "xref", entries of 20 bytes.',
    find: file =>
      file.revision.sections.flatMap(({ offset }) => when(!isWellTabled(file, offset), `the table at byte ${offset}`)),
    fault: draft => draft.bytes(source => source.replace(/xref\n(?=[\s\S]{0,100000}$)/, 'xref \n')),
  },
  {
    clauses: ['S classical'],
    demands: 'No object streams and no cross-reference streams: what the rules read as bytes is all that there is.',
    find: ({ revision, objects }) => [
      ...when(
        revision.sections.some(({ streamNum, hybrid }) => streamNum !== null || hybrid),
        'a cross-reference stream',
      ),
      ...[...objects.keys()].flatMap(num => when(revision.entry(num).kind === 'inside', `object ${num}`)),
    ],
    fault: draft => draft.inTrailer(trailer => trailer.set('XRefStm', draft.file.revision.sections[0]?.offset ?? 0)),
  },
  {
    clauses: ['A 6.1.6-1', 'A 6.1.6-2'],
    demands: 'A string in hexadecimal has an even number of digits, and nothing but digits.',
    find: file => [
      ...[...file.objects].flatMap(([num, object]) =>
        [...valuesIn(object)].flatMap(value => when(isHexOdd(file, value), `object ${num}`)),
      ),
      ...file.revision.sections.flatMap(({ trailer }) =>
        [...valuesIn(trailer)].flatMap(value => when(isHexOdd(file, value), 'a trailer')),
      ),
    ],
    fault: draft => draft.bytes(source => source.replace(/(\/ID \[<[0-9a-f]+)[0-9a-f]>/i, '$1> ')),
  },
  {
    clauses: ['A 6.1.7-1', 'A 6.1.7-2'],
    demands:
      'A stream is as long as its Length says, between "stream" with its line end and a line end with "endstream".',
    find: file => streams(file).flatMap(({ num, stream }) => when(!isWellFramed(file, stream), `object ${num}`)),
    fault: draft => draft.bytes(source => source.replace('\nendstream', ' endstream')),
  },
  {
    clauses: ['A 6.1.7-3'],
    demands: 'No stream has its data in another file.',
    find: file =>
      streams(file).flatMap(({ num, stream: { dict } }) =>
        when(
          ['F', 'FFilter', 'FDecodeParms'].some(key => dict.has(key)),
          `object ${num}`,
        ),
      ),
    fault: draft => draft.first('Metadata').set('FFilter', named('FlateDecode')),
  },
  {
    clauses: ['A 6.1.7-4'],
    demands: 'Streams use the filters of PDF 1.7, without LZW, Crypt and those that we never need.',
    find: file =>
      streams(file).flatMap(({ num, stream: { dict } }) => {
        const filter = file.get(dict.get('Filter'))
        const names = Array.isArray(filter) ? filter : filter === null ? [] : [filter]
        return when(!names.every(one => FILTERS.has(file.name(one) ?? '')), `object ${num}`)
      }),
    fault: draft => draft.first('EmbeddedFile').set('Filter', named('LZWDecode')),
  },
  {
    clauses: ['A 6.1.8-1'],
    demands: 'Names, those of fonts and structure types among them, are UTF-8.',
    find: ({ objects }) =>
      [...objects].flatMap(([num, object]) =>
        [...valuesIn(object)].flatMap(value => when(value instanceof PdfName && !isUtf8(value.value), `object ${num}`)),
      ),
    fault: draft => draft.element('Note').set('S', named('Not\xe5')),
  },
  {
    clauses: ['A 6.1.9-1'],
    demands: 'Numbers and keywords of objects are parted as they should be, each object on lines of its own.',
    find: file =>
      [...placesOf(file)].flatMap(({ num, offset, end }) => when(!isWellSpaced(file, offset, end), `object ${num}`)),
    fault: draft => draft.bytes(source => source.replace('\nendobj', ' endobj')),
  },
  {
    clauses: ['A 6.1.12-1', 'A 6.1.12-2'],
    demands: 'No permissions dictionary: our signatures approve, they do not certify.',
    find: ({ catalog }) => when(catalog.has('Perms'), 'the catalog'),
    fault: draft => draft.catalog.set('Perms', dictOf({ UR: null })),
  },
]
