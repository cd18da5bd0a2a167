import { nameOf, type PdfDict, PdfStream } from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, named } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

/** Operators of ISO 32000-1, annex A. */
const OPERATORS = new Set(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri
  s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(/\s+/),
)
const INTENTS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'])
const BLENDS = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion
  Hue Saturation Color Luminosity`.split(/\s+/),
)

const xobjects = (file: PdfFile): { num: number; dict: PdfDict }[] =>
  [...file.dictionaries()].filter(({ dict }) => /^(Image|Form|PS)$/.test(nameOf(dict, 'Subtype') ?? ''))

const images = (file: PdfFile) => xobjects(file).filter(({ dict }) => nameOf(dict, 'Subtype') === 'Image')

/** Graphics states that pages and appearances name. */
function graphicsStates(file: PdfFile): { where: string; dict: PdfDict }[] {
  return file.contents.flatMap(({ where, resources }) =>
    [...(file.dict(resources.get('ExtGState')) ?? new Map()).values()].flatMap(value => {
      const dict = file.dict(value)
      return dict ? [{ where, dict }] : []
    }),
  )
}

const inState =
  (key: string, value: string): Rule['fault'] =>
  draft =>
    void draft.first('ExtGState').set(key, named(value))

const inImage =
  (change: (dict: PdfDict) => void): Rule['fault'] =>
  draft =>
    change(draft.first('XObject', dict => nameOf(dict, 'Subtype') === 'Image'))

export const graphics: Rule[] = [
  {
    clauses: ['A 6.2.2-1'],
    demands: 'Pages draw with operators of PDF 1.7 only.',
    find: ({ contents }) =>
      contents.flatMap(({ where, operations }) =>
        operations.flatMap(({ operator }) => when(!OPERATORS.has(operator), where)),
      ),
    fault: draft => draft.page(drawn => `BX 1 magic EX ${drawn}`),
  },
  {
    clauses: ['A 6.2.2-2'],
    demands: 'Every page and appearance has resources of its own, and what it names is there.',
    find: file => [
      ...file.pages.flatMap(({ num, dict }) => when(!dict.has('Resources'), `page ${num}`)),
      ...file.contents.flatMap(({ where, operations, resources, shown }) => [
        ...when(
          shown.some(({ font }) => font === null),
          `a font of ${where}`,
        ),
        ...operations.flatMap(({ operator, operands }) => {
          const kind = ({ gs: 'ExtGState', Do: 'XObject', sh: 'Shading' } as Record<string, string>)[operator]
          return when(
            kind !== undefined && !file.dict(resources.get(kind))?.has(file.name(operands[0]) ?? ''),
            `${operator}, ${where}`,
          )
        }),
      ]),
    ],
    fault: draft => draft.page(drawn => `/Nowhere gs ${drawn}`),
  },
  {
    clauses: ['P 8.4.2', 'P 14.6.1'],
    demands: 'What is saved is restored, and texts and marked sequences that begin also end.',
    find: ({ contents }) =>
      contents.flatMap(({ where, unbalanced }) => when(unbalanced.length > 0, `${unbalanced[0]}, ${where}`)),
    fault: draft => draft.page(drawn => `${drawn} Q`),
  },
  {
    clauses: ['A 6.2.5-1', 'A 6.2.5-2', 'A 6.2.5-3', 'A 6.2.5-4', 'A 6.2.5-5', 'A 6.2.5-6'],
    demands: 'No transfer functions and no halftones.',
    find: file =>
      graphicsStates(file).flatMap(({ where, dict }) =>
        when(
          ['TR', 'TR2', 'HT', 'HTP'].some(key => dict.has(key)),
          where,
        ),
      ),
    fault: inState('TR', 'Identity'),
  },
  {
    clauses: ['A 6.2.6-1'],
    demands: 'A rendering intent is one of the four.',
    find: file => [
      ...graphicsStates(file).flatMap(({ where, dict }) =>
        when(dict.has('RI') && !INTENTS.has(nameOf(dict, 'RI') ?? ''), where),
      ),
      ...images(file).flatMap(({ num, dict }) =>
        when(dict.has('Intent') && !INTENTS.has(nameOf(dict, 'Intent') ?? ''), `object ${num}`),
      ),
      ...file.contents.flatMap(({ where, operations }) =>
        operations.flatMap(({ operator, operands }) =>
          when(operator === 'ri' && !INTENTS.has(file.name(operands[0]) ?? ''), where),
        ),
      ),
    ],
    fault: draft => draft.page(drawn => `/Nice ri ${drawn}`),
  },
  {
    clauses: ['A 6.2.8-1', 'A 6.2.8-2', 'A 6.2.8-3'],
    demands: 'Pictures have no alternates, no OPI and are not smoothed by the viewer.',
    find: file =>
      images(file).flatMap(({ num, dict }) =>
        when(dict.has('Alternates') || dict.has('OPI') || file.get(dict.get('Interpolate')) === true, `object ${num}`),
      ),
    fault: inImage(dict => dict.set('Interpolate', true)),
  },
  {
    clauses: ['A 6.2.8.3-1', 'A 6.2.8.3-2', 'A 6.2.8.3-3', 'A 6.2.8.3-4', 'A 6.2.8.3-5'],
    demands: 'Pictures are never JPEG 2000.',
    find: file =>
      images(file).flatMap(({ num, dict }) =>
        when(
          [dict.get('Filter')].flat().some(one => file.name(one) === 'JPXDecode'),
          `object ${num}`,
        ),
      ),
    fault: inImage(dict => dict.set('Filter', named('JPXDecode'))),
  },
  {
    clauses: ['A 6.1.10-1', 'S inline-images'],
    demands: 'No pictures among the operators, where a rule could not look at them.',
    find: ({ contents }) =>
      contents.flatMap(({ where, operations }) => operations.flatMap(({ operator }) => when(operator === 'BI', where))),
    fault: draft => draft.page(drawn => `/Artifact BMC BI EI EMC ${drawn}`),
  },
  {
    clauses: ['A 6.2.9-1', 'A 6.2.9-2', 'A 6.2.9-3', 'UA 7.20-1', 'M 30-001'],
    demands: 'No PostScript, no OPI and nothing drawn from another file.',
    find: file =>
      xobjects(file).flatMap(({ num, dict }) =>
        when(
          ['PS', 'OPI', 'Ref', 'Subtype2'].some(key => dict.has(key)) || nameOf(dict, 'Subtype') === 'PS',
          `object ${num}`,
        ),
      ),
    fault: draft => draft.first('XObject', dict => nameOf(dict, 'Subtype') === 'Form').set('Ref', dictOf({})),
  },
  {
    clauses: ['S form-xobjects', 'UA 7.20-2', 'M 30-002'],
    demands: 'Pages and appearances draw no form XObjects: everything drawn stands where its tags are.',
    find: file =>
      file.contents.flatMap(({ where, operations, resources }) =>
        operations.flatMap(({ operator, operands }) => {
          const drawn = file.dict(file.dict(resources.get('XObject'))?.get(file.name(operands[0]) ?? ''))
          return when(operator === 'Do' && nameOf(drawn ?? new Map(), 'Subtype') !== 'Image', where)
        }),
      ),
    fault: draft => {
      const form = draft.add(new PdfStream(dictOf({ Subtype: named('Form'), BBox: [0, 0, 1, 1] }), new Uint8Array()))
      const page = draft.file.pages[2]?.dict
      draft.dict(page?.get('Resources')).set('XObject', dictOf({ Fault: form }))
      draft.page(drawn => `/Artifact BMC /Fault Do EMC ${drawn}`)
    },
  },
  {
    clauses: ['A 6.2.10-1'],
    demands: 'A blend mode is one of PDF 1.7.',
    find: file =>
      graphicsStates(file).flatMap(({ where, dict }) =>
        when(
          [dict.get('BM')].flat().some(one => one !== undefined && !BLENDS.has(file.name(one) ?? '')),
          where,
        ),
      ),
    fault: inState('BM', 'Glitter'),
  },
  {
    clauses: ['A 6.2.10-2'],
    demands: 'What is see-through has a space to blend in: the output intent, or a group of the page.',
    find: file => {
      if (file.list(file.catalog.get('OutputIntents')).length > 0) return []
      return file.pages.flatMap(({ num, dict }) => when(!file.dict(dict.get('Group'))?.has('CS'), `page ${num}`))
    },
    fault: draft => draft.catalog.delete('OutputIntents'),
  },
]
