import {
  nameOf,
  type PdfDict,
  PdfName,
  PdfRef,
  PdfStream,
  PdfString,
  textOf,
} from '../../../../signing/verify/pdf/pdf-value.ts'
import type { PdfDraft } from '../plant/pdf-draft.ts'
import { named, text } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

interface Annotation {
  num: number
  dict: PdfDict
}

const annotations = (file: PdfFile): Annotation[] => file.pages.flatMap(page => page.annotations)
const ofKind = (file: PdfFile, kind: string): Annotation[] =>
  annotations(file).filter(({ dict }) => nameOf(dict, 'Subtype') === kind)

const each = (found: Annotation[], isBroken: (annotation: Annotation) => boolean): string[] =>
  found.flatMap(annotation => when(isBroken(annotation), `annotation ${annotation.num}`))

const roleOf = (file: PdfFile, num: number): string | undefined => file.structure.ofObject.get(num)?.role

const isPoint = (file: PdfFile, dict: PdfDict): boolean => {
  const [left, bottom, right, top] = file.list(dict.get('Rect')).map(one => file.number(one))
  return left === right && bottom === top
}

const inLink =
  (change: (dict: PdfDict) => void): Rule['fault'] =>
  draft =>
    change(draft.dict(ofKind(draft.file, 'Link')[0]?.num ?? -1))

const inWidget =
  (change: (dict: PdfDict, draft: PdfDraft) => void): Rule['fault'] =>
  draft =>
    change(draft.dict(ofKind(draft.file, 'Widget')[0]?.num ?? -1), draft)

/** Where the names of the document lead to. */
function destinations(file: PdfFile): Map<string, unknown> {
  const entries = file.tree(file.dict(file.catalog.get('Names'))?.get('Dests'), 'Names')
  return new Map(entries.flatMap((key, i) => (i % 2 === 0 ? [[textOf(key) ?? '', entries[i + 1]]] : [])))
}

export const annotationRules: Rule[] = [
  {
    clauses: [
      ...(['A 6.3.1-1', 'UA 7.18.1-1', 'UA 7.18.1-2', 'UA 7.18.2-1', 'UA 7.18.2-2', 'UA 7.18.8-1'] as const),
      ...(['UA 7.18.6.2-1', 'UA 7.18.6.2-2', 'M 28-002', 'M 28-004', 'M 28-006', 'M 28-007'] as const),
      ...(['M 28-014', 'M 28-015', 'M 28-016', 'M 28-017', 'M 28-018'] as const),
    ],
    demands: 'Annotations are links and form fields, nothing else.',
    find: file => each(annotations(file), ({ dict }) => !/^(Link|Widget)$/.test(nameOf(dict, 'Subtype') ?? '')),
    fault: inLink(dict => dict.set('Subtype', named('TrapNet'))),
  },
  {
    clauses: ['A 6.3.2-1', 'A 6.3.2-2'],
    demands: 'An annotation is printed, and neither hidden nor out of view.',
    find: file =>
      each([...annotations(file), ...hiddenFields(file)], ({ dict }) => {
        const flags = file.number(dict.get('F'))
        return flags === null || (flags & 4) === 0 || (flags & (1 | 2 | 32 | 256)) !== 0
      }),
    fault: inLink(dict => dict.set('F', 6)),
  },
  {
    clauses: ['A 6.3.3-1', 'A 6.3.3-2'],
    demands: 'A field that has a place has one appearance, the normal one, as a stream.',
    find: file =>
      each([...annotations(file), ...hiddenFields(file)], ({ dict }) => {
        if (nameOf(dict, 'Subtype') === 'Link') return dict.has('AP')
        if (!dict.has('AP')) return !isPoint(file, dict)
        const appearance = file.dict(dict.get('AP'))
        return appearance?.size !== 1 || !(file.get(appearance.get('N')) instanceof PdfStream)
      }),
    fault: inWidget(dict => dict.delete('AP')),
  },
  {
    clauses: ['UA 7.18.3-1', 'M 28-008', 'M 28-009'],
    demands: 'On a page with annotations the tab key follows the structure.',
    find: file =>
      file.pages.flatMap(({ num, dict, annotations: on }) =>
        when(on.length > 0 && nameOf(dict, 'Tabs') !== 'S', `page ${num}`),
      ),
    fault: draft =>
      draft.dict(draft.file.pages.find(page => page.annotations.length > 0)?.num ?? -1).set('Tabs', named('R')),
  },
  {
    clauses: ['UA 7.18.4-1', 'M 28-010'],
    demands: 'A field stands in a Form element.',
    find: file => each(ofKind(file, 'Widget'), ({ num }) => roleOf(file, num) !== 'Form'),
    fault: draft => draft.element('Form').set('S', named('Div')),
  },
  {
    clauses: ['UA 7.18.4-2'],
    demands: 'A Form element holds one field, and nothing else.',
    find: ({ structure }) =>
      structure.elements.flatMap(({ role, num, elements, sequences, objects }) =>
        when(role === 'Form' && (objects.length !== 1 || elements.length + sequences.length > 0), `element ${num}`),
      ),
    fault: draft => void draft.element('Form').set('K', []),
  },
  {
    clauses: ['UA 7.18.5-1', 'M 28-011'],
    demands: 'A link stands in a Link element.',
    find: file => each(ofKind(file, 'Link'), ({ num }) => roleOf(file, num) !== 'Link'),
    fault: draft => draft.element('Link').set('S', named('Span')),
  },
  {
    clauses: ['UA 7.18.5-2', 'M 28-012'],
    demands: 'A link says in words where it leads.',
    find: file => each(ofKind(file, 'Link'), ({ dict }) => !textOf(file.get(dict.get('Contents')))?.trim()),
    fault: inLink(dict => dict.set('Contents', text(' '))),
  },
  {
    clauses: ['UA 7.18.1-3', 'M 28-005'],
    demands: 'Every field has a name for screen readers, those that nobody sees too.',
    find: file =>
      each([...ofKind(file, 'Widget'), ...hiddenFields(file)], ({ dict }) => !textOf(file.get(dict.get('TU')))?.trim()),
    fault: inWidget(dict => dict.delete('TU')),
  },
  {
    clauses: ['P 14.7.4.4'],
    demands:
      'Annotations and elements lead to each other: the one by its key in the parent tree, on the page where it is.',
    find: file => {
      const { structure } = file
      return file.pages.flatMap(page =>
        page.annotations.flatMap(({ num, dict }) => {
          const key = file.number(dict.get('StructParent'))
          const entry = key === null ? null : structure.parentTree.get(key)
          const element = structure.ofObject.get(num)
          const back = entry instanceof PdfRef && entry.num === element?.num
          const onPage = element?.objects.some(object => object.num === num && object.page === page.num)
          return when(!back || !onPage, `annotation ${num}`)
        }),
      )
    },
    fault: inLink(dict => dict.set('StructParent', 1)),
  },
  {
    clauses: ['P 12.3.2'],
    demands: 'A link within the document leads to a page of it; one out of it is an address in ASCII.',
    find: file => {
      const pages = new Set(file.pages.map(({ num }) => num))
      const names = destinations(file)
      const isPlace = (target: unknown): boolean => {
        const [page] = file.list(target as never)
        return page instanceof PdfRef && pages.has(page.num)
      }
      return each(ofKind(file, 'Link'), ({ dict }) => {
        const action = file.dict(dict.get('A'))
        const address = file.get(action?.get('URI'))
        if (address instanceof PdfString) return !/^[\x21-\x7e]+$/.test(Buffer.from(address.bytes).toString('latin1'))
        const target = file.get(action?.get('D') ?? dict.get('Dest'))
        return !isPlace(
          target instanceof PdfString || target instanceof PdfName ? names.get(textOf(target) ?? '') : target,
        )
      })
    },
    fault: inLink(dict => {
      dict.delete('A')
      dict.set('Dest', text('nowhere'))
    }),
  },
]

/** Fields that stand on no page: those of time stamps. */
export function hiddenFields(file: PdfFile): Annotation[] {
  const seen = new Set(annotations(file).map(({ num }) => num))
  return file.list(file.dict(file.catalog.get('AcroForm'))?.get('Fields')).flatMap(one => {
    const dict = file.dict(one)
    return one instanceof PdfRef && dict && !seen.has(one.num) ? [{ num: one.num, dict }] : []
  })
}
