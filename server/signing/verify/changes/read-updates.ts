import { PdfReader } from '../pdf/pdf-reader.ts'
import type { PdfRevision } from '../pdf/pdf-revision.ts'
import { nameOf, PdfStream } from '../pdf/pdf-value.ts'
import type { XrefSection } from '../pdf/xref-section.ts'
import { DamagedPdfError } from '../verify-errors.ts'

/**
 * Reads what was added to a file from front to back: objects, cross-references, end; and again. Every object must be
 * where the cross-references say, and the cross-references must name no other: so readers that follow them and readers
 * that search the file see the same, and nothing lies hidden.
 * @returns the sections from newest to oldest; null where the addition is written in any other way
 */
export function readUpdates(before: PdfRevision, after: PdfRevision): XrefSection[] | null {
  const known = new Set(before.sections.map(({ offset }) => offset))
  const added = after.sections.filter(({ offset }) => !known.has(offset))
  const kept = after.sections.slice(added.length)
  // What was signed must stand below what was added, whole and in its place.
  if (kept.length !== before.sections.length || kept.some((one, i) => one.offset !== before.sections[i]?.offset))
    return null
  if (added.some(({ offset, hybrid }) => offset < before.end || hybrid)) return null
  try {
    const reader = new PdfReader(after.bytes, before.end, ref => lengthIn(after, ref.num))
    for (const section of [...added].reverse()) readUpdate(reader, section, before.end)
    return reader.at === after.end ? added : null
  } catch (error) {
    if (error instanceof DamagedPdfError) return null
    throw error
  }
}

const lengthIn = (revision: PdfRevision, num: number): number => {
  const value = revision.object(num)
  return typeof value === 'number' ? value : Number.NaN
}

function readUpdate(reader: PdfReader, section: XrefSection, from: number): void {
  const found = new Map<number, number>()
  const streams = new Set<number>()
  reader.skipWhite()
  while (reader.at < section.offset || (section.streamNum !== null && reader.at === section.offset)) {
    const offset = reader.at
    const { num, value } = reader.object()
    if (found.has(num)) reader.fail('an object twice')
    found.set(num, offset)
    if (value instanceof PdfStream && nameOf(value.dict, 'Type') === 'ObjStm') streams.add(num)
    reader.skipWhite()
  }
  if (section.streamNum === null) {
    if (reader.at !== section.offset) reader.fail('cross-references elsewhere')
    reader.at = section.end
  }
  for (const [num, entry] of section.entries) {
    if (entry.kind === 'inside' && !streams.has(entry.container)) reader.fail('an object in a stream from before')
    if (entry.kind === 'offset' && (entry.offset < from || found.get(num) !== entry.offset))
      reader.fail('an object that is not in the addition')
  }
  for (const num of found.keys())
    if (num !== section.streamNum && section.entries.get(num)?.kind !== 'offset') reader.fail('an object nobody names')
  reader.expect('startxref')
  if (reader.natural() !== section.offset) reader.fail('another startxref')
  readEnd(reader)
}

function readEnd(reader: PdfReader): void {
  const text = Buffer.from(reader.bytes.subarray(reader.at, reader.at + 20)).toString('latin1')
  const end = /^\s*%%EOF(\r\n|\n|\r)?/.exec(text)
  if (!end) reader.fail('no %%EOF')
  reader.at += end[0].length
}
