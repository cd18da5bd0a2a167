import { nameOf, textOf } from '../../../../signing/verify/pdf/pdf-value.ts'
import { named } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { when } from '../read/values.ts'
import { itemsOf, type XmpNode, xmpProperties } from '../read/xmp.ts'
import type { Rule } from '../rule.ts'

const NS = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  extension: 'http://www.aiim.org/pdfa/ns/extension/',
  schema: 'http://www.aiim.org/pdfa/ns/schema#',
  property: 'http://www.aiim.org/pdfa/ns/property#',
}

type ValueType = 'text' | 'integer' | 'date' | 'alternatives' | 'bag' | 'sequence'

/** Those of the predefined schemas (XMP Specification 2005) that we write. */
const PREDEFINED = new Map<string, ValueType>([
  [`${NS.dc}title`, 'alternatives'],
  [`${NS.dc}description`, 'alternatives'],
  [`${NS.dc}creator`, 'sequence'],
  [`${NS.dc}language`, 'bag'],
  [`${NS.xmp}CreateDate`, 'date'],
  [`${NS.xmp}CreatorTool`, 'text'],
  [`${NS.pdf}Producer`, 'text'],
  [`${NS.pdfaid}part`, 'integer'],
  [`${NS.pdfaid}conformance`, 'text'],
  [`${NS.extension}schemas`, 'bag'],
])
const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/

const hasType = (node: XmpNode, type: ValueType): boolean => {
  if (type === 'alternatives')
    return (
      itemsOf(node, 'Alt')?.some(
        item => item.attributes['http://www.w3.org/XML/1998/namespacelang'] === 'x-default',
      ) === true
    )
  if (type === 'bag') return itemsOf(node, 'Bag') !== null
  if (type === 'sequence') return itemsOf(node, 'Seq') !== null
  if (node.children.length > 0) return false
  return type === 'date' ? DATE.test(node.text) : type === 'integer' ? /^-?\d+$/.test(node.text) : true
}

const packet = (file: PdfFile): string => file.data(file.catalog.get('Metadata')).toString('utf8')

function properties(file: PdfFile): XmpNode[] {
  try {
    return xmpProperties(packet(file))
  } catch {
    return []
  }
}

const one = (file: PdfFile, name: string): XmpNode | undefined => {
  const [found, ...more] = properties(file).filter(node => node.name === name)
  return more.length === 0 ? found : undefined
}

const field = (node: XmpNode, ns: string, prefix: string, local: string): XmpNode | undefined =>
  node.children.find(child => child.name === ns + local && child.prefix === prefix)

const schemas = (file: PdfFile): XmpNode[] => itemsOf(one(file, `${NS.extension}schemas`), 'Bag') ?? []

const described = (schema: XmpNode): XmpNode[] =>
  itemsOf(field(schema, NS.schema, 'pdfaSchema', 'property'), 'Seq') ?? []

/** What the file's own descriptions add to the schemas that everybody knows. */
const own = (file: PdfFile): Map<string, ValueType> =>
  new Map(
    schemas(file).flatMap(schema =>
      described(schema).map(property => [
        `${field(schema, NS.schema, 'pdfaSchema', 'namespaceURI')?.text}${field(property, NS.property, 'pdfaProperty', 'name')?.text}`,
        field(property, NS.property, 'pdfaProperty', 'valueType')?.text === 'Integer' ? 'integer' : 'text',
      ]),
    ),
  )

function isWhole(schema: XmpNode): boolean {
  const known = ['schema', 'namespaceURI', 'prefix'].every(key => field(schema, NS.schema, 'pdfaSchema', key)?.text)
  const parts = ['name', 'valueType', 'category', 'description']
  return (
    known &&
    schema.children.length === 4 &&
    described(schema).length > 0 &&
    described(schema).every(
      property =>
        property.children.length === parts.length &&
        parts.every(key => field(property, NS.property, 'pdfaProperty', key)?.text) &&
        /^(internal|external)$/.test(field(property, NS.property, 'pdfaProperty', 'category')?.text ?? ''),
    )
  )
}

const inPacket =
  (from: string | RegExp, to: string): Rule['fault'] =>
  draft =>
    draft.data(draft.file.catalog.get('Metadata'), xml => xml.replace(from, to))

export const metadata: Rule[] = [
  {
    clauses: ['A 6.6.2.1-1', 'UA 7.1-8', 'M 06-001'],
    demands: 'The catalog has a metadata stream.',
    find: file => {
      const dict = file.dict(file.catalog.get('Metadata'))
      return when(!dict || nameOf(dict, 'Type') !== 'Metadata' || nameOf(dict, 'Subtype') !== 'XML', 'the catalog')
    },
    fault: draft => draft.dict(draft.file.catalog.get('Metadata')).set('Subtype', named('RDF')),
  },
  {
    clauses: ['A 6.6.2.1-2', 'A 6.6.2.1-3'],
    demands: 'The packet says neither how long it is nor how it is encoded.',
    find: file => when(!/^<\?xpacket begin="[^"]*" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(packet(file)), 'the packet'),
    fault: inPacket('?>', ' encoding="UTF-8"?>'),
  },
  {
    clauses: ['A 6.6.2.1-4', 'A 6.6.2.1-5'],
    demands: 'The packet is well-formed XML in UTF-8.',
    find: file => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(file.data(file.catalog.get('Metadata')))
        xmpProperties(packet(file))
        return []
      } catch {
        return ['the packet']
      }
    },
    fault: inPacket('Samskrift', 'Sam & skrift'),
  },
  {
    clauses: ['A 6.6.2.3-1', 'A 6.6.2.3-2', 'A 6.6.2.3-3', 'A 6.6.2.3-4', 'A 6.6.2.3-5', 'A 6.6.2.3-6'],
    demands:
      'A schema of our own is described in full, with the prefixes that are required, and without value types of its own.',
    find: file => {
      const node = one(file, `${NS.extension}schemas`)
      if (node?.prefix !== 'pdfaExtension') return ['the extension schemas']
      return schemas(file).flatMap(schema => when(!isWhole(schema), 'a schema'))
    },
    fault: inPacket('<pdfaProperty:category>internal', '<pdfaProperty:category>own'),
  },
  {
    clauses: ['A 6.6.2.3-7'],
    demands:
      'Every property is in a schema that everybody knows or that the file describes, and has a value of its type.',
    find: file => {
      const types = new Map([...PREDEFINED, ...own(file)])
      return properties(file).flatMap(node => {
        const type = types.get(node.name)
        return when(!type || !hasType(node, type), node.name)
      })
    },
    fault: inPacket('<pdfaProperty:name>part', '<pdfaProperty:name>parts'),
  },
  {
    clauses: ['A 6.6.4-1', 'A 6.6.4-2', 'A 6.6.4-3', 'A 6.6.4-4'],
    demands: 'The metadata says PDF/A-3 at level A, with the prefix pdfaid.',
    find: file => {
      const [part, conformance] = [one(file, `${NS.pdfaid}part`), one(file, `${NS.pdfaid}conformance`)]
      const isSaid = part?.text === '3' && conformance?.text === 'A'
      return when(!isSaid || part.prefix !== 'pdfaid' || conformance.prefix !== 'pdfaid', 'the packet')
    },
    fault: inPacket('<pdfaid:conformance>A', '<pdfaid:conformance>B'),
  },
  {
    clauses: ['UA 5-1', 'UA 5-2', 'UA 5-3', 'UA 5-4', 'UA 5-5', 'M 06-002'],
    demands: 'The metadata says PDF/UA-1, with the prefix pdfuaid.',
    find: file => {
      const part = one(file, `${NS.pdfuaid}part`)
      return when(part?.text !== '1' || part.prefix !== 'pdfuaid', 'the packet')
    },
    fault: inPacket('<pdfuaid:part>1', '<pdfuaid:part>2'),
  },
  {
    clauses: ['UA 7.1-9', 'M 06-003'],
    demands: 'The metadata has a title, the same as the document information has.',
    find: file => {
      const title = itemsOf(one(file, `${NS.dc}title`), 'Alt')?.[0]?.text ?? ''
      const info = file.dict(file.trailer.get('Info'))
      return when(title === '' || title !== textOf(file.get(info?.get('Title'))), 'the packet')
    },
    fault: inPacket(/<dc:title>.*?<\/dc:title>/, ''),
  },
  {
    clauses: ['S document-information'],
    demands: 'Metadata and document information agree about who wrote it, with what, and when.',
    find: file => {
      const info = file.dict(file.trailer.get('Info')) ?? new Map()
      const written = (key: string): string | null => textOf(file.get(info.get(key)))
      const date = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(written('CreationDate') ?? '')
      const [, year, month, day, hour, minute, second] = date ?? []
      const pairs = [
        [one(file, `${NS.xmp}CreateDate`)?.text, `${year}-${month}-${day}T${hour}:${minute}:${second}Z`],
        [one(file, `${NS.xmp}CreatorTool`)?.text, written('Creator')],
        [one(file, `${NS.pdf}Producer`)?.text, written('Producer')],
        [itemsOf(one(file, `${NS.dc}creator`), 'Seq')?.[0]?.text, written('Author')],
        [itemsOf(one(file, `${NS.dc}description`), 'Alt')?.[0]?.text, written('Subject')],
      ]
      return pairs.flatMap(([said, expected]) => when(said !== expected, String(expected)))
    },
    fault: inPacket(/<xmp:CreateDate>\d{4}/, '<xmp:CreateDate>1999'),
  },
]
