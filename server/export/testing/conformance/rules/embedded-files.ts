import { createHash } from 'node:crypto'
import { nameOf, type PdfDict, PdfRef, PdfString, textOf } from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, named, text } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

const RELATIONSHIPS = new Set(['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified'])

const specifications = (file: PdfFile): { num: number; dict: PdfDict }[] =>
  [...file.dictionaries()].filter(({ dict }) => dict.has('EF'))

interface EmbeddedFile {
  num: number
  stream: PdfRef | undefined
  dict: PdfDict
}

const embedded = (file: PdfFile): EmbeddedFile[] =>
  specifications(file).map(({ num, dict }) => {
    const stream = file.dict(dict.get('EF'))?.get('F')
    return { num, stream: stream instanceof PdfRef ? stream : undefined, dict: file.dict(stream) ?? new Map() }
  })

export const embeddedFiles: Rule[] = [
  {
    clauses: ['A 6.8-1'],
    demands: 'An embedded file has a media type.',
    find: file =>
      embedded(file).flatMap(({ num, dict }) =>
        when(!/^[-\w+.]+\/[-\w+.]+$/.test(nameOf(dict, 'Subtype') ?? ''), `file ${num}`),
      ),
    fault: draft => draft.first('EmbeddedFile').set('Subtype', named('json')),
  },
  {
    clauses: ['A 6.8-2', 'UA 7.11-1', 'M 21-001'],
    demands: 'An embedded file has a name, twice: for readers old and new.',
    find: file =>
      specifications(file).flatMap(({ num, dict }) =>
        when(!textOf(dict.get('F')) || !textOf(dict.get('UF')), `file ${num}`),
      ),
    fault: draft => draft.first('Filespec').set('UF', text('')),
  },
  {
    clauses: ['A 6.8-3'],
    demands: 'An embedded file says what it is to the document.',
    find: file =>
      specifications(file).flatMap(({ num, dict }) =>
        when(!RELATIONSHIPS.has(nameOf(dict, 'AFRelationship') ?? ''), `file ${num}`),
      ),
    fault: draft => draft.first('Filespec').delete('AFRelationship'),
  },
  {
    clauses: ['A 6.8-4'],
    demands: 'An embedded file belongs to the document, and can be found by its name.',
    find: file => {
      const associated = new Set(file.list(file.catalog.get('AF')).map(one => (one instanceof PdfRef ? one.num : -1)))
      const names = file.tree(file.dict(file.catalog.get('Names'))?.get('EmbeddedFiles'), 'Names')
      const found = new Set(names.map(one => (one instanceof PdfRef ? one.num : -1)))
      return specifications(file).flatMap(({ num }) => when(!associated.has(num) || !found.has(num), `file ${num}`))
    },
    fault: draft => draft.catalog.set('AF', []),
  },
  {
    clauses: ['P 7.11.4'],
    demands: 'An embedded file says its size, its checksum and when it was changed, and has a description.',
    find: file => [
      ...embedded(file).flatMap(({ num, stream, dict }) => {
        const data = file.data(stream)
        const parameters = file.dict(dict.get('Params'))
        const sum = parameters?.get('CheckSum')
        const isSame =
          sum instanceof PdfString && Buffer.compare(sum.bytes, createHash('md5').update(data).digest()) === 0
        const date = /^D:\d{14}(Z|[+-]\d\d'\d\d'?)$/.test(textOf(parameters?.get('ModDate')) ?? '')
        return when(!isSame || !date || file.number(parameters?.get('Size')) !== data.length, `file ${num}`)
      }),
      ...specifications(file).flatMap(({ num, dict }) => when(!textOf(dict.get('Desc')), `file ${num}`)),
    ],
    fault: draft => draft.first('EmbeddedFile').set('Params', dictOf({ Size: 1 })),
  },
]
