import { nameOf, PdfString, textOf } from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, text } from '../plant/write-value.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

/** RFC 3066: parts of letters and digits. */
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

export const documentLevel: Rule[] = [
  {
    clauses: ['A 6.7.2-1', 'UA 6.2-1'],
    demands: 'The catalog says that the file is tagged.',
    find: file => when(file.dict(file.catalog.get('MarkInfo'))?.get('Marked') !== true, 'the catalog'),
    fault: draft => draft.catalog.set('MarkInfo', dictOf({ Marked: false })),
  },
  {
    clauses: ['UA 7.1-4', 'M 01-007'],
    demands: 'No tag is a guess (Suspects).',
    find: file => when(file.dict(file.catalog.get('MarkInfo'))?.get('Suspects') === true, 'the catalog'),
    fault: draft => draft.catalog.set('MarkInfo', dictOf({ Marked: true, Suspects: true })),
  },
  {
    clauses: ['A 6.7.3-1', 'UA 7.1-11'],
    demands: 'There is a structure tree, and something in it.',
    find: ({ structure }) =>
      when(nameOf(structure.root, 'Type') !== 'StructTreeRoot' || structure.elements.length === 0, 'the catalog'),
    fault: draft => draft.catalog.delete('StructTreeRoot'),
  },
  {
    clauses: ['UA 7.1-10', 'M 07-001', 'M 07-002'],
    demands: 'Viewers show the title of the document, not the name of the file.',
    find: file =>
      when(file.dict(file.catalog.get('ViewerPreferences'))?.get('DisplayDocTitle') !== true, 'the catalog'),
    fault: draft => draft.catalog.set('ViewerPreferences', dictOf({ DisplayDocTitle: false })),
  },
  {
    clauses: [
      ...(['UA 7.2-2', 'UA 7.2-21', 'UA 7.2-22', 'UA 7.2-23', 'UA 7.2-24', 'UA 7.2-25', 'UA 7.2-30'] as const),
      ...(['UA 7.2-31', 'UA 7.2-32', 'UA 7.2-33', 'UA 7.2-34'] as const),
      ...(['M 11-001', 'M 11-002', 'M 11-003', 'M 11-004', 'M 11-005', 'M 11-006'] as const),
    ],
    demands: 'The whole document has a language: text, alternatives, bookmarks, links, fields and metadata.',
    find: file => when(!LANGUAGE.test(textOf(file.get(file.catalog.get('Lang'))) ?? ''), 'the catalog'),
    fault: draft => draft.catalog.delete('Lang'),
  },
  {
    clauses: ['A 6.7.4-1', 'UA 7.2-29'],
    demands: 'Wherever a language is given it is a language tag (RFC 3066).',
    find: file => [
      ...[...file.dictionaries()].flatMap(({ num, dict }) =>
        when(dict.get('Lang') instanceof PdfString && !LANGUAGE.test(textOf(dict.get('Lang')) ?? ''), `object ${num}`),
      ),
      ...file.contents.flatMap(({ where, sequences }) =>
        sequences.flatMap(({ mark }) =>
          when(mark.properties.has('Lang') && !LANGUAGE.test(textOf(mark.properties.get('Lang')) ?? ''), where),
        ),
      ),
    ],
    fault: draft => draft.element('P').set('Lang', text('sv_SE')),
  },
  {
    clauses: ['A 6.5.2-1', 'A 6.5.2-2'],
    demands: 'Neither the document nor a page does anything by itself.',
    find: file => [
      ...when(file.catalog.has('AA'), 'the catalog'),
      ...file.pages.flatMap(({ num, dict }) => when(dict.has('AA'), `page ${num}`)),
    ],
    fault: draft => draft.dict(draft.file.pages[0]?.num ?? -1).set('AA', dictOf({})),
  },
  {
    clauses: ['A 6.4.2-2', 'A 6.10-1', 'A 6.10-2', 'A 6.11-1'],
    demands: 'Nothing that other pages are made from, shown in steps, or asked of a viewer.',
    find: file => [
      ...when(file.catalog.has('NeedsRendering') || file.catalog.has('Requirements'), 'the catalog'),
      ...when(file.dict(file.catalog.get('Names'))?.has('AlternatePresentations') === true, 'the names'),
      ...file.pages.flatMap(({ num, dict }) => when(dict.has('PresSteps'), `page ${num}`)),
    ],
    fault: draft => draft.catalog.set('Requirements', []),
  },
  {
    clauses: ['A 6.9-1', 'A 6.9-2', 'A 6.9-3', 'A 6.9-4', 'UA 7.10-1', 'UA 7.10-2', 'M 20-001', 'M 20-002', 'M 20-003'],
    demands: 'No layers that can be turned off.',
    find: ({ catalog }) => when(catalog.has('OCProperties'), 'the catalog'),
    fault: draft => draft.catalog.set('OCProperties', dictOf({ D: dictOf({ AS: [] }) })),
  },
  {
    clauses: ['P 12.3.3'],
    demands: 'Every bookmark has a text and leads to a page of the file.',
    find: file => {
      const pages = new Set(file.pages.map(({ num }) => num))
      const found: string[] = []
      const visit = (value: unknown): void => {
        for (let item = file.dict(value as never); item; item = file.dict(item.get('Next'))) {
          const [page] = file.list(item.get('Dest'))
          const isThere = typeof page === 'object' && page !== null && 'num' in page && pages.has(page.num)
          found.push(
            ...when(!isThere || !textOf(file.get(item.get('Title'))), textOf(item.get('Title')) ?? 'a bookmark'),
          )
          visit(item.get('First'))
        }
      }
      visit(file.dict(file.catalog.get('Outlines'))?.get('First'))
      return found
    },
    fault: draft => draft.dict(draft.dict(draft.file.catalog.get('Outlines')).get('First')).set('Title', text('')),
  },
  {
    clauses: ['S scripts'],
    demands: 'No scripts, threads, collections or web capture in the catalog.',
    find: file => [
      ...['Threads', 'Collection', 'SpiderInfo', 'URI', 'Legal', 'PieceInfo'].flatMap(key =>
        when(file.catalog.has(key), key),
      ),
      ...when(file.dict(file.catalog.get('Names'))?.has('JavaScript') === true, 'JavaScript'),
    ],
    fault: draft => draft.dict(draft.file.catalog.get('Names')).set('JavaScript', dictOf({ Names: [] })),
  },
]
