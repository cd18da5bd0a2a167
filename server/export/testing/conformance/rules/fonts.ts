import { nameOf, type PdfDict, PdfStream } from '../../../../signing/verify/pdf/pdf-value.ts'
import { named } from '../plant/write-value.ts'
import type { Mark } from '../read/content.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { readTrueType, type TrueType } from '../read/true-type.ts'
import { readUnicodeMap } from '../read/unicode-map.ts'
import { when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

interface Font {
  num: number
  dict: PdfDict
  /** The CIDFont below it. */
  inner: PdfDict
  descriptor: PdfDict
  program: TrueType | null
  unicode: Map<number, string>
  /** Widths by code, and that of all the others. */
  widths: Map<number, number>
  otherWidth: number
  /** Codes that are shown, with the sequences that they are shown in. */
  used: Map<number, readonly Mark[]>
  /** A text that is half a code. */
  isOdd: boolean
}

const known = new WeakMap<PdfFile, Font[]>()

function widthsOf(file: PdfFile, inner: PdfDict): Map<number, number> {
  const widths = new Map<number, number>()
  const list = file.list(inner.get('W'))
  for (let i = 0; i < list.length; ) {
    const first = file.number(list[i]) ?? 0
    const second = file.get(list[i + 1])
    if (Array.isArray(second)) {
      for (const [at, width] of second.entries()) widths.set(first + at, file.number(width) ?? Number.NaN)
      i += 2
    } else {
      for (let code = first; code <= Number(second); code++) widths.set(code, file.number(list[i + 2]) ?? Number.NaN)
      i += 3
    }
  }
  return widths
}

/** The fonts that the file has, each with what it is used for. */
function fontsOf(file: PdfFile): Font[] {
  const found = known.get(file)
  if (found) return found
  const fonts = file
    .ofType('Font')
    .filter(({ dict }) => !/^CIDFont/.test(nameOf(dict, 'Subtype') ?? ''))
    .map(({ num, dict }): Font => {
      const inner = file.dict(file.list(dict.get('DescendantFonts'))[0]) ?? new Map()
      const descriptor = file.dict(inner.get('FontDescriptor')) ?? new Map()
      return {
        num,
        dict,
        inner,
        descriptor,
        program: readTrueType(file.data(descriptor.get('FontFile2'))),
        unicode: readUnicodeMap(file.data(dict.get('ToUnicode')).toString('latin1')),
        widths: widthsOf(file, inner),
        otherWidth: file.number(inner.get('DW')) ?? 1000,
        used: new Map(),
        isOdd: false,
      }
    })
  const byNum = new Map(fonts.map(font => [font.num, font]))
  for (const { shown } of file.contents)
    for (const { font: num, codes, marks } of shown) {
      const font = byNum.get(num ?? -1)
      if (!font) continue
      font.isOdd ||= codes.length % 2 === 1
      for (let i = 0; i + 1 < codes.length; i += 2) font.used.set(((codes[i] ?? 0) << 8) | (codes[i + 1] ?? 0), marks)
    }
  known.set(file, fonts)
  return fonts
}

const eachFont = (file: PdfFile, isBroken: (font: Font) => boolean): string[] =>
  fontsOf(file).flatMap(font => when(isBroken(font), `font ${font.num}`))

const eachCode = (file: PdfFile, isBroken: (code: number, font: Font, marks: readonly Mark[]) => boolean): string[] =>
  fontsOf(file).flatMap(font =>
    [...font.used].flatMap(([code, marks]) => when(isBroken(code, font, marks), `code ${code} of font ${font.num}`)),
  )

const isPrivate = (text: string): boolean => /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/.test(text)

/** The first font that a page uses. */
const usedFont: (file: PdfFile) => Font = file => {
  const found = fontsOf(file).find(({ used }) => used.size > 3)
  if (!found) throw new Error('nothing to plant a fault in')
  return found
}

const inUnicodeMap =
  (change: (cmap: string) => string): Rule['fault'] =>
  draft =>
    draft.data(usedFont(draft.file).dict.get('ToUnicode'), change)

export const fonts: Rule[] = [
  {
    clauses: ['A 6.2.11.2-1', 'A 6.2.11.2-2', 'A 6.2.11.2-3'],
    demands: 'A font says its type and its name, the same in all three places.',
    find: file =>
      eachFont(file, ({ dict, inner, descriptor }) => {
        const name = nameOf(dict, 'BaseFont')
        return !name || nameOf(inner, 'BaseFont') !== name || nameOf(descriptor, 'FontName') !== name
      }),
    fault: draft => draft.dict(usedFont(draft.file).num).delete('BaseFont'),
  },
  {
    clauses: [
      ...(['S composite-true-type', 'A 6.2.11.2-4', 'A 6.2.11.2-5', 'A 6.2.11.2-6', 'A 6.2.11.2-7'] as const),
      ...(['A 6.2.11.4-3', 'A 6.2.11.6-1', 'A 6.2.11.6-2', 'A 6.2.11.6-3', 'A 6.2.11.6-4'] as const),
      ...(['UA 7.21.4.2-1', 'UA 7.21.6-1', 'UA 7.21.6-2', 'UA 7.21.6-3', 'UA 7.21.6-4'] as const),
      ...(['M 31-012', 'M 31-013', 'M 31-017', 'M 31-018', 'M 31-019', 'M 31-020', 'M 31-021'] as const),
      ...(['M 31-022', 'M 31-023', 'M 31-024', 'M 31-025', 'M 31-026'] as const),
    ],
    demands:
      'Every font is TrueType under a composite one: no simple fonts, with encodings of their own, and no Type 1.',
    find: file =>
      eachFont(
        file,
        ({ dict, inner }) => nameOf(dict, 'Subtype') !== 'Type0' || nameOf(inner, 'Subtype') !== 'CIDFontType2',
      ),
    fault: draft => draft.dict(usedFont(draft.file).num).set('Subtype', named('TrueType')),
  },
  {
    clauses: [
      ...(['A 6.2.11.3-1', 'A 6.2.11.3-3', 'A 6.2.11.3-4', 'A 6.2.11.3-5', 'A 6.1.13-10'] as const),
      ...(['UA 7.21.3.1-1', 'UA 7.21.3.3-1', 'UA 7.21.3.3-2', 'UA 7.21.3.3-3'] as const),
      ...(['M 31-001', 'M 31-002', 'M 31-003', 'M 31-006', 'M 31-007', 'M 31-008'] as const),
    ],
    demands: 'Codes are glyph numbers of two bytes (Identity-H), and texts are whole codes.',
    find: file => eachFont(file, ({ dict, isOdd }) => nameOf(dict, 'Encoding') !== 'Identity-H' || isOdd),
    fault: draft => draft.dict(usedFont(draft.file).num).set('Encoding', named('UniJIS-UTF8-H')),
  },
  {
    clauses: ['A 6.2.11.3-2', 'UA 7.21.3.2-1', 'M 31-004', 'M 31-005'],
    demands: 'The font says how codes become glyphs: as they are.',
    find: file => eachFont(file, ({ inner }) => nameOf(inner, 'CIDToGIDMap') !== 'Identity'),
    fault: draft =>
      draft.dict(draft.file.list(usedFont(draft.file).dict.get('DescendantFonts'))[0]).delete('CIDToGIDMap'),
  },
  {
    clauses: ['A 6.2.11.4-1', 'UA 7.21.4.1-1', 'M 31-009'],
    demands: 'Every font is in the file, as a whole TrueType program.',
    find: file => eachFont(file, ({ program }) => !program?.isWhole),
    fault: draft => draft.dict(usedFont(draft.file).inner.get('FontDescriptor')).delete('FontFile2'),
  },
  {
    clauses: ['A 6.2.11.4-2', 'UA 7.21.4.1-2', 'UA 7.21.4.1-3', 'M 31-011'],
    demands: 'Every glyph that is shown is in its font.',
    find: file => eachCode(file, (code, { program }) => program !== null && code >= program.glyphs),
    fault: draft => draft.page(drawn => drawn.replace(/\[<[0-9a-f]{4}/i, '[<fff0')),
  },
  {
    clauses: ['A 6.2.11.4-4', 'UA 7.21.4.2-2', 'M 31-014', 'M 31-015'],
    demands: 'There is no list of the glyphs in a font (CIDSet), which could be wrong.',
    find: file => eachFont(file, ({ descriptor }) => descriptor.has('CIDSet')),
    fault: draft =>
      draft
        .dict(usedFont(draft.file).inner.get('FontDescriptor'))
        .set('CIDSet', draft.add(new PdfStream(new Map(), new Uint8Array(1)))),
  },
  {
    clauses: ['A 6.2.11.5-1', 'UA 7.21.5-1', 'M 31-016'],
    demands: 'Glyphs are as wide in the font program as the file says, within one thousandth.',
    find: file =>
      eachCode(file, (code, { program, widths, otherWidth }) => {
        const width = program?.width(code) ?? null
        return width !== null && Math.abs(width - (widths.get(code) ?? otherWidth)) > 1
      }),
    fault: draft => {
      const { dict, used } = usedFont(draft.file)
      const [code = 0] = used.keys()
      draft.dict(draft.file.list(dict.get('DescendantFonts'))[0]).set('W', [code, code, 4321])
    },
  },
  {
    clauses: ['A 6.2.11.7-1', 'UA 7.21.7-1', 'UA 7.2-1', 'M 10-001', 'M 31-027'],
    demands: 'Every sign that is shown has a Unicode value.',
    find: file => eachCode(file, (code, { unicode }) => !unicode.get(code)),
    fault: draft => draft.dict(usedFont(draft.file).num).delete('ToUnicode'),
  },
  {
    clauses: ['A 6.2.11.7-2', 'UA 7.21.7-2', 'M 31-028', 'M 31-029'],
    demands: 'No Unicode value is U+0000, U+FEFF or U+FFFE, among those that are not shown either.',
    find: file => eachFont(file, ({ unicode }) => [...unicode.values()].some(text => /[\0\ufeff\ufffe]/.test(text))),
    fault: inUnicodeMap(cmap => cmap.replace(/\[<[^>]*>/, '[<0000>')),
  },
  {
    clauses: ['A 6.2.11.7-3'],
    demands: 'A sign without a Unicode value of its own (private use) stands in a sequence that says what it is.',
    find: file =>
      eachCode(
        file,
        (code, { unicode }, marks) =>
          isPrivate(unicode.get(code) ?? '') && !marks.some(({ properties }) => properties.has('ActualText')),
      ),
    fault: inUnicodeMap(cmap => cmap.replace(/\[[^\]]*\]/, list => list.replace(/<[0-9a-f]{4}>/gi, '<e000>'))),
  },
  {
    clauses: ['A 6.2.11.8-1', 'UA 7.21.8-1', 'M 31-030'],
    demands: 'The sign for a missing glyph is never shown.',
    find: file => eachCode(file, code => code === 0),
    fault: draft => draft.page(drawn => drawn.replace(/\[<[0-9a-f]{4}/i, '[<0000')),
  },
  {
    clauses: ['P 9.6.4'],
    demands: 'A part of a font has a tag before its name, and parts of one font that differ have tags that differ.',
    find: file => {
      const programs = new Map<string, string>()
      return eachFont(file, ({ dict, descriptor }) => {
        const name = nameOf(dict, 'BaseFont') ?? ''
        const program = file.data(descriptor.get('FontFile2')).toString('latin1')
        const isTaken = programs.has(name) && programs.get(name) !== program
        programs.set(name, program)
        return isTaken || !/^[A-Z]{6}\+/.test(name)
      })
    },
    fault: draft => draft.dict(usedFont(draft.file).num).set('BaseFont', named('IBMPlexSans')),
  },
  {
    clauses: ['S fonts-in-use'],
    demands: 'Text is set in a font of the file that is used as one.',
    find: file => {
      const nums = new Set(fontsOf(file).map(({ num }) => num))
      return file.contents.flatMap(({ where, shown }) =>
        when(
          shown.some(({ font }) => !nums.has(font ?? -1)),
          where,
        ),
      )
    },
    fault: draft => draft.dict(usedFont(draft.file).num).delete('Type'),
  },
]
