import { nameOf, PdfName, PdfStream, type PdfValue } from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, named } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { valuesIn, when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

const CHANNELS: Record<string, number> = { 'RGB ': 3, GRAY: 1 }
const SPACES = new Set(['DeviceRGB', 'DeviceGray', 'ICCBased', 'Indexed', 'Pattern'])

/** Class, colour space, version and signature of an ICC profile (ISO 15076-1, 7.2). */
function profileFaults(file: PdfFile, value: PdfValue | undefined, classes: RegExp): string[] {
  const stream = file.get(value)
  if (!(stream instanceof PdfStream)) return ['no profile']
  const data = file.data(value)
  const sign = (at: number): string => data.toString('latin1', at, at + 4)
  const isWhole = data.length >= 132 && data.readUInt32BE(0) === data.length && sign(36) === 'acsp'
  const isKnown = classes.test(sign(12)) && (data[8] ?? 9) < 5
  return when(!isWhole || !isKnown || CHANNELS[sign(16)] !== file.number(stream.dict.get('N')), 'a profile')
}

const intents = (file: PdfFile): PdfValue[] => file.list(file.catalog.get('OutputIntents'))

/** Colour spaces by their family, wherever one is used: by operators, pictures, shadings, patterns and groups. */
function* spaces(file: PdfFile): Generator<{ where: string; family: string }> {
  const named = (value: PdfValue | undefined): string => {
    const found = file.get(value)
    return Array.isArray(found) ? (file.name(found[0]) ?? '') : found instanceof PdfName ? found.value : ''
  }
  for (const { where, operations, resources } of file.contents)
    for (const { operator, operands } of operations) {
      if (/^(rg|RG)$/.test(operator)) yield { where, family: 'DeviceRGB' }
      else if (/^(g|G)$/.test(operator)) yield { where, family: 'DeviceGray' }
      else if (/^(k|K)$/.test(operator)) yield { where, family: 'DeviceCMYK' }
      else if (/^(cs|CS)$/.test(operator)) {
        const [name] = operands
        const own = file.dict(resources.get('ColorSpace'))?.get(name instanceof PdfName ? name.value : '')
        yield { where, family: named(own ?? name) }
      }
    }
  for (const { num, dict } of file.dictionaries()) {
    const isPicture = nameOf(dict, 'Subtype') === 'Image' && file.get(dict.get('ImageMask')) !== true
    if (isPicture || dict.has('ShadingType')) yield { where: `object ${num}`, family: named(dict.get('ColorSpace')) }
    const base = file.get(dict.get('ColorSpace'))
    if (Array.isArray(base) && file.name(base[0]) === 'Indexed')
      yield { where: `object ${num}`, family: named(base[1]) }
    for (const value of valuesIn(dict))
      if (value instanceof Map && nameOf(value, 'S') === 'Transparency' && value.has('CS'))
        yield { where: `object ${num}`, family: named(value.get('CS')) }
  }
}

export const colour: Rule[] = [
  {
    clauses: ['A 6.2.3-1'],
    demands: 'The output intent holds a whole ICC profile of a screen or printer, below version 5, for RGB or grey.',
    find: file => {
      const found = intents(file).filter(one => file.name(file.dict(one)?.get('S')) === 'GTS_PDFA1')
      if (found.length === 0) return ['the catalog']
      return found.flatMap(one => profileFaults(file, file.dict(one)?.get('DestOutputProfile'), /^(prtr|mntr)$/))
    },
    fault: draft => {
      const [intent] = intents(draft.file)
      draft.data(draft.file.dict(intent)?.get('DestOutputProfile'), data => data.replace('mntr', 'scnr'))
    },
  },
  {
    clauses: ['A 6.2.3-2', 'A 6.2.3-3'],
    demands: 'There is one output intent, and it does not point out of the file.',
    find: file => [
      ...when(intents(file).length !== 1, 'the catalog'),
      ...intents(file).flatMap(one => when(file.dict(one)?.has('DestOutputProfileRef') === true, 'an output intent')),
    ],
    fault: draft => {
      const [intent] = intents(draft.file)
      if (intent) draft.catalog.set('OutputIntents', [intent, intent])
    },
  },
  {
    clauses: ['A 6.2.4.2-1', 'A 6.2.4.2-2'],
    demands: 'A colour space of a profile has a whole one, for RGB or grey, so nothing is overprinted in CMYK.',
    find: file =>
      [...file.objects].flatMap(([num, object]) =>
        [...valuesIn(object)].flatMap(value => {
          if (!Array.isArray(value) || file.name(value[0]) !== 'ICCBased') return []
          return profileFaults(file, value[1], /^(prtr|mntr|scnr|spac)$/).map(fault => `${fault} of object ${num}`)
        }),
      ),
    fault: draft => {
      const empty = new PdfStream(dictOf({ N: 4 }), new Uint8Array(140))
      draft.catalog.set('Fault', [named('ICCBased'), draft.add(empty)])
    },
  },
  {
    clauses: ['A 6.2.4.3-2', 'A 6.2.4.3-3', 'A 6.2.4.3-4', 'A 6.2.4.4-1', 'A 6.2.4.4-2', 'A 6.1.13-9'],
    demands: 'Colours are RGB or grey, which the output intent explains: no CMYK, no separations.',
    find: file => [
      ...new Set([...spaces(file)].flatMap(({ where, family }) => when(!SPACES.has(family), `${family}, ${where}`))),
    ],
    fault: draft => draft.page(drawn => `/Artifact BMC 0 0 0 1 k EMC ${drawn}`),
  },
  {
    clauses: ['S pictures-in-colour'],
    demands: 'Every picture says what its colours are.',
    find: file =>
      [...file.dictionaries()].flatMap(({ num, dict }) =>
        when(
          nameOf(dict, 'Subtype') === 'Image' && !dict.has('ColorSpace') && dict.get('ImageMask') !== true,
          `object ${num}`,
        ),
      ),
    fault: draft => draft.first('XObject', dict => nameOf(dict, 'Subtype') === 'Image').delete('ColorSpace'),
  },
]
