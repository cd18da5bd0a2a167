import { inflateSync } from 'node:zlib'
import { Inflater } from '../../../../signing/verify/pdf/inflate.ts'
import { PdfRevision } from '../../../../signing/verify/pdf/pdf-revision.ts'
import {
  isDict,
  nameOf,
  type PdfDict,
  PdfName,
  PdfRef,
  PdfStream,
  type PdfValue,
} from '../../../../signing/verify/pdf/pdf-value.ts'
import { type ContentFacts, readContent } from './content.ts'
import { readStructure, type Structure } from './structure.ts'

export interface PdfPage {
  num: number
  dict: PdfDict
  annotations: { num: number; dict: PdfDict }[]
}

/** More than any of our files inflates to. */
const INFLATED = 2 ** 30

/** A PDF as the rules see it: read strictly, and each part only when a rule asks for it. */
export class PdfFile {
  private known: {
    source?: string
    revision?: PdfRevision
    objects?: Map<number, PdfValue>
    pages?: PdfPage[]
    contents?: ContentFacts[]
    structure?: Structure
  } = {}

  constructor(readonly bytes: Uint8Array) {}

  /** One letter for each byte. */
  get source(): string {
    this.known.source ??= Buffer.from(this.bytes).toString('latin1')
    return this.known.source
  }

  get revision(): PdfRevision {
    this.known.revision ??= new PdfRevision(this.bytes, new Inflater(INFLATED))
    return this.known.revision
  }

  get trailer(): PdfDict {
    return this.revision.trailer
  }

  get catalog(): PdfDict {
    return this.revision.catalog()
  }

  /** All objects in use, by number. */
  get objects(): Map<number, PdfValue> {
    this.known.objects ??= new Map(
      [...new Set(this.revision.sections.flatMap(({ entries }) => [...entries.keys()]))]
        .filter(num => this.revision.entry(num).kind !== 'free')
        .map(num => [num, this.revision.object(num)]),
    )
    return this.known.objects
  }

  get pages(): PdfPage[] {
    this.known.pages ??= this.readPages(this.catalog.get('Pages'))
    return this.known.pages
  }

  /** What the pages draw, and the appearances of annotations. */
  get contents(): ContentFacts[] {
    this.known.contents ??= readContent(this)
    return this.known.contents
  }

  get structure(): Structure {
    this.known.structure ??= readStructure(this)
    return this.known.structure
  }

  get(value: PdfValue | undefined): PdfValue {
    return this.revision.resolve(value)
  }

  /** The dictionary there, of a stream too. */
  dict(value: PdfValue | undefined): PdfDict | null {
    return this.revision.dict(value)
  }

  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value)
    return Array.isArray(found) ? found : []
  }

  name(value: PdfValue | undefined): string | null {
    const found = this.get(value)
    return found instanceof PdfName ? found.value : null
  }

  number(value: PdfValue | undefined): number | null {
    const found = this.get(value)
    return typeof found === 'number' ? found : null
  }

  /** Every dictionary that stands as an object of its own, of streams too. */
  *dictionaries(): Generator<{ num: number; dict: PdfDict; stream: PdfStream | null }> {
    for (const [num, value] of this.objects)
      if (value instanceof PdfStream) yield { num, dict: value.dict, stream: value }
      else if (isDict(value)) yield { num, dict: value, stream: null }
  }

  ofType(type: string): { num: number; dict: PdfDict; stream: PdfStream | null }[] {
    return [...this.dictionaries()].filter(({ dict }) => nameOf(dict, 'Type') === type)
  }

  /** What a stream holds, without its filter. */
  data(value: PdfValue | undefined): Buffer {
    const stream = this.get(value)
    if (!(stream instanceof PdfStream)) return Buffer.alloc(0)
    const filter = this.get(stream.dict.get('Filter'))
    const [name] = Array.isArray(filter) ? filter : [filter]
    return this.name(name) === 'FlateDecode' ? inflateSync(stream.raw) : Buffer.from(stream.raw)
  }

  /** The entries of a number or name tree (ISO 32000-1, 7.9.6 and 7.9.7), keys and values in turn. */
  tree(root: PdfValue | undefined, leaf: 'Nums' | 'Names'): PdfValue[] {
    const node = this.dict(root)
    if (!node) return []
    return [...this.list(node.get(leaf)), ...this.list(node.get('Kids')).flatMap(kid => this.tree(kid, leaf))]
  }

  private readPages(node: PdfValue | undefined): PdfPage[] {
    const dict = this.dict(node)
    if (!dict || !(node instanceof PdfRef)) return []
    if (dict.has('Kids')) return this.list(dict.get('Kids')).flatMap(kid => this.readPages(kid))
    const annotations = this.list(dict.get('Annots')).flatMap(one => {
      const annotation = this.dict(one)
      return annotation && one instanceof PdfRef ? [{ num: one.num, dict: annotation }] : []
    })
    return [{ num: node.num, dict, annotations }]
  }
}
