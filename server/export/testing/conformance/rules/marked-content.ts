import { nameOf, type PdfDict, PdfRef, textOf } from '../../../../signing/verify/pdf/pdf-value.ts'
import type { Mark } from '../read/content.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { isWithin } from '../read/structure.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

/** Operators that leave something on the page. */
const PAINTS = new Set(`b B b* B* BI Do f F f* s S sh Tj TJ ' "`.split(' '))
/** Artifacts of ISO 32000-1, table 330. */
const KINDS = new Set(['Pagination', 'Layout', 'Page', 'Background'])

const isArtifact = ({ tag }: Mark): boolean => tag === 'Artifact'
const isTagged = ({ mcid }: Mark): boolean => mcid !== null

const onPages = (file: PdfFile) =>
  file.contents.flatMap(facts => (facts.page === null ? [] : [{ ...facts, page: facts.page }]))

const kindOf = ({ properties }: Mark): string =>
  [nameOf(properties, 'Type'), nameOf(properties, 'Subtype')].filter(Boolean).join(' ')

/** Artifacts that text is shown in. */
const artifactsWithText = (shown: { marks: readonly Mark[] }[]): Mark[] => [
  ...new Set(shown.flatMap(({ marks }) => marks.filter(isArtifact))),
]

const rename =
  (from: RegExp, to: string): Rule['fault'] =>
  draft =>
    draft.page(drawn => drawn.replace(from, to))

const parentsOf = (file: PdfFile, dict: PdfDict): (number | null)[] =>
  file
    .list(file.structure.parentTree.get(file.number(dict.get('StructParents')) ?? -1))
    .map(one => (one instanceof PdfRef ? one.num : null))

export const markedContent: Rule[] = [
  {
    clauses: ['UA 7.1-1', 'M 01-003'],
    demands: 'No artifact within what is read out.',
    find: file =>
      onPages(file).flatMap(({ where, sequences }) =>
        sequences.flatMap(({ mark, outer }) => when(isArtifact(mark) && outer.some(isTagged), where)),
      ),
    fault: rename(/(\/MCID \d+>> BDC)/, '$1 /Artifact BMC EMC'),
  },
  {
    clauses: ['UA 7.1-2', 'M 01-004'],
    demands: 'Nothing that is read out within an artifact, and no sequence of an element within another.',
    find: file =>
      onPages(file).flatMap(({ where, sequences }) =>
        sequences.flatMap(({ mark, outer }) => when(isTagged(mark) && outer.length > 0, where)),
      ),
    fault: draft => draft.page(drawn => `/Artifact BMC ${drawn} EMC`),
  },
  {
    clauses: ['UA 7.1-3', 'M 01-005'],
    demands: 'All that is drawn is read out or an artifact.',
    find: file =>
      onPages(file).flatMap(({ where, operations }) =>
        operations.flatMap(({ operator, marks }) =>
          when(
            PAINTS.has(operator) && !marks.some(mark => isArtifact(mark) || isTagged(mark)),
            `${operator}, ${where}`,
          ),
        ),
      ),
    fault: draft => draft.page(drawn => `${drawn} 0 0 m 9 9 l S`),
  },
  {
    clauses: ['S bare-sequences'],
    demands: 'A marked sequence is an artifact or has a number: no other marks.',
    find: file =>
      onPages(file).flatMap(({ where, sequences }) =>
        sequences.flatMap(({ mark }) => when(!isArtifact(mark) && !isTagged(mark), where)),
      ),
    fault: draft => draft.page(drawn => `/Span BMC EMC ${drawn}`),
  },
  {
    clauses: ['P 14.7.4.2'],
    demands:
      'Every number on a page is used once and is in one element of the same kind, and what elements name is drawn.',
    find: file => {
      const named = new Map<string, string[]>()
      for (const { role, sequences } of file.structure.elements)
        for (const { page, mcid } of sequences)
          named.set(`${page} ${mcid}`, [...(named.get(`${page} ${mcid}`) ?? []), role])
      const drawn = new Set<string>()
      const found = onPages(file).flatMap(({ where, page, sequences }) =>
        sequences.flatMap(({ mark }) => {
          if (mark.mcid === null) return []
          const key = `${page} ${mark.mcid}`
          const isTwice = drawn.has(key)
          drawn.add(key)
          return when(isTwice || named.get(key)?.join() !== mark.tag, `${mark.mcid}, ${where}`)
        }),
      )
      return [...found, ...[...named.keys()].flatMap(key => when(!drawn.has(key), key))]
    },
    fault: rename(/\/MCID 1>>/, '/MCID 0>>'),
  },
  {
    clauses: ['P 14.7.4.4-pages'],
    demands:
      'The parent tree leads from every sequence on a page to the element that holds it, and its next key is free.',
    find: file => {
      const owner = new Map(
        file.structure.elements.flatMap(({ num, sequences }) =>
          sequences.map(({ page, mcid }) => [`${page} ${mcid}`, num]),
        ),
      )
      const next = file.number(file.structure.root.get('ParentTreeNextKey')) ?? -1
      return [
        ...when(Math.max(...file.structure.parentTree.keys()) >= next, 'the next key'),
        ...file.pages.flatMap(({ num, dict }) =>
          parentsOf(file, dict).flatMap((element, mcid) =>
            when(element !== null && owner.get(`${num} ${mcid}`) !== element, `${mcid}, page ${num}`),
          ),
        ),
        ...[...owner].flatMap(([key, element]) => {
          const [page, mcid] = key.split(' ').map(Number)
          const dict = file.pages.find(({ num }) => num === page)?.dict
          return when(!dict || parentsOf(file, dict)[mcid ?? -1] !== element, key)
        }),
      ]
    },
    fault: draft => draft.dict(draft.file.pages[2]?.num ?? -1).set('StructParents', 0),
  },
  {
    clauses: ['P 14.8.2.2.2'],
    demands: 'An artifact is of a kind that there is; a background says which part of the page it takes.',
    find: file =>
      onPages(file).flatMap(({ where, sequences }) =>
        sequences.flatMap(({ mark }) => {
          if (!isArtifact(mark) || mark.properties.size === 0) return []
          const kind = nameOf(mark.properties, 'Type') ?? ''
          const subtype = nameOf(mark.properties, 'Subtype')
          const isKnown =
            KINDS.has(kind) &&
            (subtype === null || (kind === 'Pagination' && /^(Header|Footer|Watermark)$/.test(subtype)))
          return when(!isKnown || (kind === 'Background' && !mark.properties.has('BBox')), `${kindOf(mark)}, ${where}`)
        }),
      ),
    fault: draft => draft.page(drawn => `/Artifact <</Type /Background>> BDC EMC ${drawn}`),
  },
  {
    clauses: ['UA 7.8', 'M 18'],
    demands:
      'Running heads, feet and watermarks are artifacts that say which they are. Only heads of tables come again beside.',
    find: file => {
      const { elements } = file.structure
      const withTable = new Set(
        elements.flatMap(one => (isWithin(one, 'Table') ? one.sequences.map(({ page }) => page) : [])),
      )
      return onPages(file).flatMap(({ where, page, shown }) =>
        artifactsWithText(shown).flatMap(mark => {
          const isNamed = /^Pagination (Header|Footer|Watermark)$/.test(kindOf(mark))
          return when(!isNamed && !(kindOf(mark) === 'Pagination' && withTable.has(page)), `${kindOf(mark)}, ${where}`)
        }),
      )
    },
    fault: rename(/\/Subtype \/Header/, ''),
  },
  {
    clauses: ['P 14.9.4'],
    demands: 'Text in place of what is drawn is not empty.',
    find: file =>
      file.structure.elements.flatMap(({ role, num, dict }) =>
        when(dict.has('ActualText') && !textOf(file.get(dict.get('ActualText'))), `${role} ${num}`),
      ),
    fault: draft => {
      draft.element('P').set('ActualText', null)
    },
  },
]
