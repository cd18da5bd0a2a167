import { nameOf, PdfRef, textOf } from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, named, text } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { attributesOf, type Element, isWithin } from '../read/structure.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

/** Structure types of ISO 32000-1, 14.8.4, in groups of the same use. */
const GROUPING = 'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private'
const BLOCKS = 'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot'
const INLINE = 'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
const STANDARD = new Set(`${GROUPING} ${BLOCKS} ${INLINE}`.split(' '))

interface Syntax {
  parents?: RegExp
  /** Roles of the kids, each with a space after it. */
  kids?: RegExp
  /** Whether it may hold what is drawn, or only elements. */
  holdsContent?: boolean
}

/** What stands where (ISO 32000-1, tables 333, 336 and 337). */
const SYNTAX: Record<string, Syntax> = {
  Table: { kids: /^(Caption )?((THead )?(TBody )+(TFoot )?|(TR )+)(Caption )?$/ },
  THead: { parents: /^Table$/, kids: /^(TR )+$/ },
  TBody: { parents: /^Table$/, kids: /^(TR )+$/ },
  TFoot: { parents: /^Table$/, kids: /^(TR )+$/ },
  TR: { parents: /^(Table|THead|TBody|TFoot)$/, kids: /^((TH|TD) )+$/ },
  TH: { parents: /^TR$/, holdsContent: true },
  TD: { parents: /^TR$/, holdsContent: true },
  L: { kids: /^(Caption )?((L|LI) )+$/ },
  LI: { parents: /^L$/, kids: /^(Lbl )*(LBody )+$/ },
  LBody: { parents: /^LI$/, holdsContent: true },
  TOC: { kids: /^(Caption )?((TOC|TOCI) )+$/ },
  TOCI: { parents: /^TOC$/, kids: /^((Lbl|Reference|NonStruct|P|TOC) )+$/ },
}

const each = (file: PdfFile, isBroken: (element: Element) => boolean): string[] =>
  file.structure.elements.flatMap(element => when(isBroken(element), `${element.role} ${element.num}`))

const withRole = (file: PdfFile, role: RegExp): Element[] =>
  file.structure.elements.filter(element => role.test(element.role))

const isDrawn = ({ sequences, objects, elements }: Element): boolean =>
  sequences.length + objects.length > 0 || elements.some(isDrawn)

const keepsSyntax = ({ role, parent, elements, sequences, objects }: Element): boolean => {
  const { parents, kids, holdsContent = false } = SYNTAX[role] ?? { holdsContent: true }
  const roles = elements.map(kid => `${kid.role} `).join('')
  return (
    (!parents || parents.test(parent?.role ?? '')) &&
    (!kids || kids.test(roles)) &&
    (holdsContent || sequences.length + objects.length === 0)
  )
}

const syntax = (clauses: Rule['clauses'], roles: RegExp, demands: string, fault: Rule['fault']): Rule => ({
  clauses,
  demands,
  find: file => each(file, element => roles.test(element.role) && !keepsSyntax(element)),
  fault,
})

const leadsWithin = (file: PdfFile, { objects }: Element): boolean =>
  objects.some(({ num }) => {
    const dict = file.dict(new PdfRef(num, 0))
    return dict?.has('Dest') || file.name(file.dict(dict?.get('A'))?.get('S')) === 'GoTo'
  })

const roleMap =
  (entries: Record<string, string>): Rule['fault'] =>
  draft =>
    draft
      .dict(draft.file.catalog.get('StructTreeRoot'))
      .set('RoleMap', dictOf(Object.fromEntries(Object.entries(entries).map(([from, to]) => [from, named(to)]))))

export const structureRules: Rule[] = [
  {
    clauses: ['A 6.7.3-2', 'UA 7.1-5', 'M 02-001'],
    demands: 'Every structure type is one that everybody knows.',
    find: file => each(file, ({ role }) => !STANDARD.has(role)),
    fault: draft => draft.element('Note').set('S', named('Footnote')),
  },
  {
    clauses: ['UA 7.1-6', 'UA 7.1-7', 'M 02-003', 'M 02-004'],
    demands: 'No structure type is given another meaning.',
    find: ({ structure }) => when(structure.root.has('RoleMap'), 'the structure tree'),
    fault: roleMap({ P: 'Span' }),
  },
  {
    clauses: ['UA 7.1-12', 'P 14.7.2'],
    demands: 'An element is an object of its own, names the one above it and is nowhere else.',
    find: file => [
      ...file.structure.odd,
      ...each(file, ({ dict, parent }) => {
        const above = dict.get('P')
        const expected = parent ? parent.num : (file.catalog.get('StructTreeRoot') as PdfRef).num
        return nameOf(dict, 'Type') !== 'StructElem' || !(above instanceof PdfRef) || above.num !== expected
      }),
    ],
    fault: draft => draft.element('Note').delete('P'),
  },
  {
    clauses: ['S document-element'],
    demands: 'All elements stand below one Document.',
    find: ({ structure }) =>
      when(
        structure.elements
          .filter(({ parent }) => !parent)
          .map(({ role }) => role)
          .join() !== 'Document',
        'the structure tree',
      ),
    fault: draft => draft.element('Document').set('S', named('Sect')),
  },
  syntax(
    [
      ...([
        'UA 7.2-3',
        'UA 7.2-4',
        'UA 7.2-5',
        'UA 7.2-6',
        'UA 7.2-7',
        'UA 7.2-8',
        'UA 7.2-9',
        'UA 7.2-10',
        'UA 7.2-11',
      ] as const),
      ...([
        'UA 7.2-12',
        'UA 7.2-13',
        'UA 7.2-14',
        'UA 7.2-16',
        'UA 7.2-36',
        'UA 7.2-37',
        'UA 7.2-38',
        'UA 7.2-39',
        'M 09-004',
      ] as const),
    ],
    /^(Table|THead|TBody|TFoot|TR|TH|TD)$/,
    'Tables consist of rows, rows of cells, a caption comes first or last, and a head has a body.',
    draft => draft.element('TD').set('S', named('P')),
  ),
  syntax(
    ['UA 7.2-17', 'UA 7.2-18', 'UA 7.2-19', 'UA 7.2-20', 'UA 7.2-40', 'M 09-005'],
    /^(L|LI|LBody)$/,
    'Lists consist of items, items of a label and a body.',
    draft => draft.element('LBody').set('S', named('Div')),
  ),
  syntax(
    ['UA 7.2-26', 'UA 7.2-27', 'UA 7.2-28', 'M 09-006'],
    /^(TOC|TOCI)$/,
    'The contents consist of entries, entries of labels, references and text.',
    draft => draft.element('TOCI').set('S', named('P')),
  ),
  {
    clauses: ['M 09-007', 'M 09-008', 'UA 7.7-1', 'M 17-002', 'M 17-003'],
    demands: 'No text beside text (Ruby, Warichu) and no formulas: nothing in the editor makes them.',
    find: file => each(file, ({ role }) => /^(Ruby|RB|RT|RP|Warichu|WT|WP|Formula)$/.test(role)),
    fault: draft => draft.element('Note').set('S', named('Formula')),
  },
  {
    clauses: ['UA 7.3-1', 'M 13-004'],
    demands: 'Every figure has an alternative text.',
    find: file => each(file, ({ role, dict }) => role === 'Figure' && !textOf(file.get(dict.get('Alt')))?.trim()),
    fault: draft => draft.element('Figure').set('Alt', text(' ')),
  },
  {
    clauses: ['P 14.8.5.4.3'],
    demands: 'Every figure says which part of the page it takes.',
    find: file =>
      withRole(file, /^Figure$/).flatMap(element => {
        const box = file
          .list(attributesOf(file, element, 'Layout').get('BBox'))
          .map(part => file.number(part) ?? Number.NaN)
        const [left = 0, bottom = 0, right = 0, top = 0] = box
        return when(box.length !== 4 || !(right > left && top > bottom), `Figure ${element.num}`)
      }),
    fault: draft => draft.element('Figure').delete('A'),
  },
  {
    clauses: ['UA 7.4.2-1', 'M 14-002', 'M 14-003'],
    demands: 'The first heading is of level 1, and none is more than a level below the one before it.',
    find: file => {
      let before = 0
      return withRole(file, /^H[1-6]$/).flatMap(({ role, num }) => {
        const level = Number(role[1])
        const skips = level > before + 1
        before = level
        return when(skips, `${role} ${num}`)
      })
    },
    fault: draft => draft.element('H1').set('S', named('H3')),
  },
  {
    clauses: ['UA 7.4.4-1', 'UA 7.4.4-2', 'UA 7.4.4-3', 'M 14-006', 'M 14-007'],
    demands: 'Headings have levels, all of them.',
    find: file => each(file, ({ role }) => role === 'H'),
    fault: draft => draft.element('H1').set('S', named('H')),
  },
  {
    clauses: ['S headings-with-text'],
    demands: 'A heading, a paragraph, a label and a link hold something.',
    find: file =>
      each(file, element => /^(H[1-6]|P|Link|Caption|Reference|Span)$/.test(element.role) && !isDrawn(element)),
    fault: draft => void draft.element('H1').set('K', []),
  },
  {
    clauses: ['UA 7.9-1', 'UA 7.9-2', 'M 19-003', 'M 19-004'],
    demands: 'Every note has an ID of its own.',
    find: file => {
      const ids = new Set<string>()
      return withRole(file, /^Note$/).flatMap(({ num, dict }) => {
        const id = textOf(file.get(dict.get('ID'))) ?? ''
        const isTaken = ids.has(id)
        ids.add(id)
        return when(id === '' || isTaken, `Note ${num}`)
      })
    },
    fault: draft => draft.element('Note').delete('ID'),
  },
  {
    clauses: ['P 14.7.2-IDTree'],
    demands: 'IDs are unique in the document, and the ID tree, in order, leads to their elements.',
    find: file => {
      const given = new Map<string, number>()
      const twice: string[] = []
      for (const { num, dict } of file.structure.elements)
        if (dict.has('ID')) {
          const id = textOf(dict.get('ID')) ?? ''
          twice.push(...when(given.has(id), id))
          given.set(id, num)
        }
      const entries = file.tree(file.structure.root.get('IDTree'), 'Names')
      const keys = entries.flatMap((key, i) => (i % 2 === 0 ? [textOf(key) ?? ''] : []))
      const isOrdered = keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key)
      const wrong = keys.filter((key, i) => given.get(key) !== (entries[i * 2 + 1] as PdfRef).num)
      return [...twice, ...wrong, ...when(!isOrdered || keys.length !== given.size, 'the ID tree')]
    },
    fault: draft => draft.element('Note').set('ID', text('elsewhere')),
  },
  {
    clauses: ['UA 7.9', 'M 19'],
    demands:
      'What leads to another place in the document is a Reference: the mark of a note, and an entry of the contents.',
    find: file =>
      withRole(file, /^Link$/).flatMap(element =>
        when(leadsWithin(file, element) && !isWithin(element, 'Reference'), `Link ${element.num}`),
      ),
    fault: draft => {
      for (const { role, num } of draft.file.structure.elements)
        if (role === 'Reference') draft.dict(num).set('S', named('Span'))
    },
  },
  {
    clauses: ['M 16'],
    demands: 'A list whose items have labels says how they are numbered.',
    find: file =>
      withRole(file, /^L$/).flatMap(element => {
        const isLabelled = element.elements.some(item => item.elements.some(({ role }) => role === 'Lbl'))
        const numbering = file.name(attributesOf(file, element, 'List').get('ListNumbering'))
        return when(
          isLabelled && !/^(Disc|Circle|Square|Decimal|(Upper|Lower)(Roman|Alpha))$/.test(numbering ?? ''),
          `L ${element.num}`,
        )
      }),
    fault: draft => draft.element('L').delete('A'),
  },
]
