import { PdfReader } from '../../../../signing/verify/pdf/pdf-reader.ts'
import {
  isDict,
  nameOf,
  type PdfDict,
  PdfName,
  PdfRef,
  PdfString,
  type PdfValue,
} from '../../../../signing/verify/pdf/pdf-value.ts'
import type { PdfFile } from './pdf-file.ts'

/** A marked-content sequence that is open (ISO 32000-1, 14.6). */
export interface Mark {
  tag: string
  mcid: number | null
  properties: PdfDict
}

export interface Operation {
  operator: string
  operands: PdfValue[]
  marks: readonly Mark[]
}

export interface ShownText {
  /** Object of the font; null where the page has none of that name. */
  font: number | null
  codes: Uint8Array
  marks: readonly Mark[]
}

/** What one stream of drawing operators does. */
export interface ContentFacts {
  /** "page 3", "appearance of 72" */
  where: string
  /** Object of the page that it stands on; null for the appearance of an annotation. */
  page: number | null
  operations: Operation[]
  /** Sequences that were opened, with those that were open around them. */
  sequences: { mark: Mark; outer: readonly Mark[] }[]
  shown: ShownText[]
  /** Most graphics states that were saved at once. */
  deepest: number
  /** States, text objects and sequences that end before they begin, or never. */
  unbalanced: string[]
  resources: PdfDict
}

const SHOWS = new Set(['Tj', 'TJ', "'", '"'])
const BEGINS = /[/(<[\d+.-]/

interface Reading {
  file: PdfFile
  facts: ContentFacts
}

function* operationsOf(bytes: Uint8Array): Generator<{ operator: string; operands: PdfValue[] }> {
  const reader = new PdfReader(bytes)
  let operands: PdfValue[] = []
  for (;;) {
    reader.skipWhite()
    if (reader.at >= bytes.length) return
    if (BEGINS.test(String.fromCharCode(bytes[reader.at] ?? 0))) operands.push(reader.value())
    else {
      const operator = reader.token()
      if (operator === '') reader.fail('no operator')
      if (operator === 'true' || operator === 'false') operands.push(operator === 'true')
      else if (operator === 'null') operands.push(null)
      else {
        yield { operator, operands }
        operands = []
      }
    }
  }
}

function markOf({ file, facts }: Reading, operands: PdfValue[]): Mark {
  const [tag, list] = operands
  const named =
    list instanceof PdfName ? file.dict(file.dict(facts.resources.get('Properties'))?.get(list.value)) : null
  const properties = isDict(list) ? list : (named ?? new Map())
  const mcid = properties.get('MCID')
  return { tag: tag instanceof PdfName ? tag.value : '', mcid: typeof mcid === 'number' ? mcid : null, properties }
}

function fontOf({ file, facts }: Reading, name: PdfValue | undefined): number | null {
  const font = file.dict(facts.resources.get('Font'))?.get(name instanceof PdfName ? name.value : '')
  return font instanceof PdfRef ? font.num : null
}

const stringsIn = (operands: PdfValue[]): Uint8Array[] =>
  operands.flatMap(one => (one instanceof PdfString ? [one.bytes] : Array.isArray(one) ? stringsIn(one) : []))

function run(reading: Reading, bytes: Uint8Array): void {
  const { facts } = reading
  let marks: readonly Mark[] = []
  let font: number | null = null
  const fonts: (number | null)[] = []
  let inText = false
  let marksAtText = 0
  for (const { operator, operands } of operationsOf(bytes)) {
    facts.operations.push({ operator, operands, marks })
    if (operator === 'q') {
      fonts.push(font)
      facts.deepest = Math.max(facts.deepest, fonts.length)
    } else if (operator === 'Q') {
      if (fonts.length === 0) facts.unbalanced.push('Q')
      font = fonts.pop() ?? null
    } else if (operator === 'BT' || operator === 'ET') {
      if (inText !== (operator === 'ET')) facts.unbalanced.push(operator)
      // A sequence lies within a text object or around it (14.6.1).
      if (operator === 'ET' && marks.length !== marksAtText) facts.unbalanced.push(operator)
      inText = operator === 'BT'
      marksAtText = marks.length
    } else if (operator === 'BDC' || operator === 'BMC') {
      const mark = markOf(reading, operands)
      facts.sequences.push({ mark, outer: marks })
      marks = [...marks, mark]
    } else if (operator === 'EMC') {
      if (marks.length === 0) facts.unbalanced.push('EMC')
      marks = marks.slice(0, -1)
    } else if (operator === 'Tf') font = fontOf(reading, operands[0])
    else if (SHOWS.has(operator)) for (const codes of stringsIn(operands)) facts.shown.push({ font, codes, marks })
  }
  if (fonts.length > 0) facts.unbalanced.push('q')
  if (marks.length > 0) facts.unbalanced.push('BDC')
  if (inText) facts.unbalanced.push('BT')
}

function read(
  file: PdfFile,
  place: Pick<ContentFacts, 'where' | 'page' | 'resources'>,
  bytes: Uint8Array,
): ContentFacts {
  const facts = { ...place, operations: [], sequences: [], shown: [], deepest: 0, unbalanced: [] }
  run({ file, facts }, bytes)
  return facts
}

/**
 * Runs every page and every appearance. Our pages draw no form XObjects; the rule "S form-xobjects" holds us to that, so
 * nothing is drawn that is not read here.
 */
export function readContent(file: PdfFile): ContentFacts[] {
  const ofPages = file.pages.map(({ num, dict }, index) => {
    const parts = Array.isArray(file.get(dict.get('Contents')))
      ? file.list(dict.get('Contents'))
      : [dict.get('Contents')]
    const bytes = Buffer.concat(parts.flatMap(part => [file.data(part), Buffer.from('\n')]))
    const resources = file.dict(dict.get('Resources')) ?? new Map()
    return read(file, { where: `page ${index + 1}`, page: num, resources }, bytes)
  })
  const ofAppearances = file.pages
    .flatMap(({ annotations }) => annotations)
    .flatMap(({ num, dict }) => {
      const stream = file.dict(dict.get('AP'))?.get('N')
      const form = file.dict(stream)
      if (!form || nameOf(form, 'Subtype') !== 'Form') return []
      const resources = file.dict(form.get('Resources')) ?? new Map()
      return [read(file, { where: `appearance of ${num}`, page: null, resources }, file.data(stream))]
    })
  return [...ofPages, ...ofAppearances]
}
