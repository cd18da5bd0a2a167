import { PdfName, PdfString, type PdfValue } from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, named, text } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { valuesIn, when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

const BOXES = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox']

/** Every value in the file, those that pages draw with too. */
function* all(file: PdfFile): Generator<{ where: string; value: PdfValue }> {
  for (const [num, object] of file.objects)
    for (const value of valuesIn(object)) yield { where: `object ${num}`, value }
  for (const { where, operations } of file.contents)
    for (const { operands } of operations) for (const value of valuesIn(operands)) yield { where, value }
}

const each = (file: PdfFile, isBroken: (value: PdfValue) => boolean): string[] =>
  [...all(file)].flatMap(({ where, value }) => when(isBroken(value), where))

const inInfo =
  (value: PdfValue): Rule['fault'] =>
  draft => {
    draft.dict(draft.file.trailer.get('Info')).set('Fault', value)
  }

export const limits: Rule[] = [
  {
    clauses: ['A 6.1.13-1'],
    demands: 'Whole numbers fit in 32 bits.',
    find: file =>
      each(
        file,
        value =>
          Number.isInteger(value) && Math.abs(Number(value) + 0.5) > 2 ** 31 && Math.abs(Number(value)) < 2 ** 53,
      ),
    fault: inInfo(2_147_483_648),
  },
  {
    clauses: ['A 6.1.13-2', 'A 6.1.13-5'],
    demands: 'Other numbers are at most 3.403e38, and zero or at least 1.175e-38.',
    find: file =>
      each(
        file,
        value =>
          typeof value === 'number' && value !== 0 && (Math.abs(value) > 3.403e38 || Math.abs(value) < 1.175e-38),
      ),
    fault: inInfo(1e-40),
  },
  {
    clauses: ['A 6.1.13-3'],
    demands: 'Strings are at most 32,767 bytes, what a picture is described by among them.',
    find: file => each(file, value => value instanceof PdfString && value.bytes.length > 32_767),
    fault: inInfo(text('a'.repeat(32_768))),
  },
  {
    clauses: ['A 6.1.13-4'],
    demands: 'Names are at most 127 bytes.',
    find: file => each(file, value => value instanceof PdfName && value.value.length > 127),
    fault: inInfo(named('a'.repeat(128))),
  },
  {
    clauses: ['A 6.1.13-7'],
    demands: 'There are at most 8,388,607 objects.',
    find: ({ objects }) => when(objects.size > 8_388_607 || Math.max(...objects.keys()) > 8_388_607, 'the file'),
    fault: draft => draft.at(8_388_608, dictOf({})),
  },
  {
    clauses: ['A 6.1.13-8'],
    demands: 'At most 28 graphics states are saved at once.',
    find: ({ contents }) => contents.flatMap(({ where, deepest }) => when(deepest > 28, where)),
    fault: draft => draft.page(drawn => `${'q '.repeat(29)}${drawn}${' Q'.repeat(29)}`),
  },
  {
    clauses: ['A 6.1.13-11'],
    demands: 'Pages measure from 3 to 14,400 points each way.',
    find: file =>
      file.pages.flatMap(({ num, dict }) =>
        BOXES.flatMap(key => {
          if (!dict.has(key) && key !== 'MediaBox') return []
          const [left, bottom, right, top] = file.list(dict.get(key)).map(part => file.number(part) ?? Number.NaN)
          const sides = [Math.abs((right ?? 0) - (left ?? 0)), Math.abs((top ?? 0) - (bottom ?? 0))]
          return when(!sides.every(side => side >= 3 && side <= 14_400), `page ${num}`)
        }),
      ),
    fault: draft => draft.dict(draft.file.pages[0]?.num ?? -1).set('MediaBox', [0, 0, 20_000, 800]),
  },
]
