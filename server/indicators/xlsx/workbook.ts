import { posix } from 'node:path'
import { NotATableError } from '../errors.ts'
import type { SheetInfo } from '../table/table.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { expand } from '../zip/expand.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { attribute, type XmlHandlers, XmlReader } from './parse-xml.ts'

const MB = 1024 * 1024
/** Bytes of XML. Sheets are read as a stream; the rest is kept in memory. */
export const LIMITS = { sheet: 1024 * MB, strings: 128 * MB, other: 16 * MB }

export interface SheetPlace extends SheetInfo {
  entry: ZipEntry
}

export interface Workbook {
  file: Uint8Array
  sheets: SheetPlace[]
  calendar: 1900 | 1904
  macros: boolean
  strings: ZipEntry | undefined
  styles: ZipEntry | undefined
}

export async function parseEntry(
  file: Uint8Array,
  entry: ZipEntry,
  limit: number,
  handlers: XmlHandlers,
): Promise<void> {
  const reader = new XmlReader(handlers)
  for await (const chunk of expand(file, entry, limit)) reader.write(chunk)
  reader.end()
}

async function readRelations(
  file: Uint8Array,
  entry: ZipEntry,
): Promise<Map<string, { type: string; target: string }>> {
  const relations = new Map<string, { type: string; target: string }>()
  await parseEntry(file, entry, LIMITS.other, {
    open(name, { Id, Type, Target }) {
      if (name === 'Relationship' && Id && Type && Target)
        relations.set(Id, {
          type: posix.basename(Type),
          target: Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target),
        })
    },
  })
  return relations
}

/**
 * What sheets a workbook has, and where they are.
 * @throws NotATableError
 */
export async function openWorkbook(file: Uint8Array, entries: Map<string, ZipEntry>): Promise<Workbook> {
  const [main, relationsOfMain] = [entries.get('xl/workbook.xml'), entries.get('xl/_rels/workbook.xml.rels')]
  if (!main || !relationsOfMain) throw new NotATableError('broken-workbook')
  const relations = await readRelations(file, relationsOfMain)
  const sheets: SheetPlace[] = []
  let calendar: Workbook['calendar'] = 1900
  await parseEntry(file, main, LIMITS.other, {
    open(tag, attributes) {
      if (tag === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) calendar = 1904
      if (tag !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      const entry = relation?.type === 'worksheet' ? entries.get(relation.target) : undefined
      if (entry)
        sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', entry })
    },
  })
  if (sheets.length === 0) throw new NotATableError('broken-workbook')
  const entryOf = (type: string): ZipEntry | undefined =>
    entries.get([...relations.values()].find(relation => relation.type === type)?.target ?? '')
  return {
    file,
    sheets,
    calendar,
    macros: entries.has('xl/vbaProject.bin'),
    strings: entryOf('sharedStrings'),
    styles: entryOf('styles'),
  }
}

/** Texts that cells refer to by number. */
export async function readStrings({ file, strings }: Workbook): Promise<string[]> {
  const texts: string[] = []
  if (!strings) return texts
  let text = ''
  let inText = false
  // Furigana, which says how a text is read and is not part of it.
  let inPhonetic = false
  await parseEntry(file, strings, LIMITS.strings, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = !inPhonetic
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') texts.push(text)
    },
  })
  return texts
}

/** The number format of each style that cells refer to by number. */
export async function readFormats({ file, styles }: Workbook): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  if (!styles) return formats
  let inCells = false
  await parseEntry(file, styles, LIMITS.other, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && numFmtId && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(numberFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId))))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}
