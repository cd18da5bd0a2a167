/** Objects by number, each as it stands between "obj" and "endobj". */
export type PdfObjects = Record<number, string | Uint8Array>

export const stream = (dict: string, data: string | Uint8Array): Uint8Array => {
  const bytes = Buffer.from(data)
  return Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

function body(begin: number, objects: PdfObjects): { bytes: Buffer; offsets: Map<number, number> } {
  const offsets = new Map<number, number>()
  const parts: Buffer[] = []
  let at = begin
  const add = (part: Buffer): void => {
    parts.push(part)
    at += part.length
  }
  for (const [num, value] of Object.entries(objects)) {
    offsets.set(Number(num), at)
    const inside = typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from(value)
    add(Buffer.concat([Buffer.from(`${num} 0 obj\n`), inside, Buffer.from('\nendobj\n')]))
  }
  return { bytes: Buffer.concat(parts), offsets }
}

const line = (offset: number, kind = 'n', gen = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} ${kind} \n`

/** A table with one part for each object. */
const table = (offsets: Map<number, number>): string =>
  [...offsets].map(([num, offset]) => `${num} 1\n${line(offset)}`).join('')

/** A whole file with a cross-reference table. @param trailer what its trailer says beside its size */
export function writePdf(objects: PdfObjects, trailer: string): Uint8Array {
  const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')
  const { bytes, offsets } = body(head.length, objects)
  const size = Math.max(...offsets.keys()) + 1
  const end = `xref\n0 1\n${line(0, 'f', 65535)}${table(offsets)}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n`
  return Buffer.concat([head, bytes, Buffer.from(`${end}${head.length + bytes.length}\n%%EOF\n`)])
}

const lastStart = (bytes: Uint8Array): string =>
  [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/startxref\s+(\d+)/g),
  ].at(-1)?.[1] ?? '0'

export interface UpdateOptions {
  /** What the trailer says beside its size and where the previous one is. */
  trailer: string
  /** Objects that are listed at an offset of one's own choice. */
  pointed?: Map<number, number>
  freed?: number[]
  /** Written between the objects and the cross-references, listed nowhere. */
  hidden?: string
}

/** The file with an update after it, as every program can write one (ISO 32000-1, 7.5.6). */
export function appendUpdate(bytes: Uint8Array, objects: PdfObjects, options: UpdateOptions): Uint8Array {
  const { trailer, pointed = new Map(), freed = [], hidden = '' } = options
  const { bytes: added, offsets } = body(bytes.length, objects)
  const start = bytes.length + added.length + Buffer.byteLength(hidden)
  const size = Math.max(200, ...offsets.keys()) + 1
  const entries = table(new Map([...offsets, ...pointed])) + freed.map(num => `${num} 1\n${line(0, 'f', 1)}`).join('')
  const end = `xref\n${entries}trailer\n<< /Size ${size} /Prev ${lastStart(bytes)} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([bytes, added, Buffer.from(hidden), Buffer.from(end)])
}
