import { inflateSync } from 'node:zlib'

export interface PdfObject {
  dictionary: string
  /** Decompressed; empty for an object without one. */
  stream: string
}

/** Objects of a PDF that pdfkit wrote, by number. For tests, so that they need nothing but Node. */
export function pdfObjects(bytes: Uint8Array): Map<string, PdfObject> {
  const source = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const [, number = '', body = ''] of source.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const start = body.indexOf('stream\n')
    const dictionary = start === -1 ? body : body.slice(0, start)
    const raw = start === -1 ? '' : body.slice(start + 7, body.lastIndexOf('\nendstream'))
    const stream = dictionary.includes('FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(number, { dictionary, stream })
  }
  return objects
}

/** Number of the object that `key` of a dictionary refers to. */
const reference = (dictionary: string, key: string): string =>
  new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? ''

/** What is drawn on each page, in PDF operators. */
export const pageContents = (objects: Map<string, PdfObject>): string[] =>
  [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => objects.get(reference(dictionary, 'Contents'))?.stream ?? '')
