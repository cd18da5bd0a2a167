import { fromBER } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { nameOf, type PdfDict, PdfString } from '../../../../signing/verify/pdf/pdf-value.ts'
import { dictOf, named } from '../plant/write-value.ts'
import type { PdfFile } from '../read/pdf-file.ts'
import { valuesIn, when } from '../read/values.ts'
import type { Rule } from '../rule.ts'

const ACTIONS = new Set(['GoTo', 'URI'])

const form = (file: PdfFile): PdfDict => file.dict(file.catalog.get('AcroForm')) ?? new Map()

const signatures = (file: PdfFile) =>
  [...file.dictionaries()].filter(({ dict }) => /^(Sig|DocTimeStamp)$/.test(nameOf(dict, 'Type') ?? ''))

/** Whether the signature is over its whole revision, but for its own value. */
function coversRevision(file: PdfFile, dict: PdfDict): boolean {
  const [start, first, second, last] = file.list(dict.get('ByteRange')).map(part => file.number(part) ?? Number.NaN)
  const value = dict.get('Contents')
  if (!(value instanceof PdfString) || start !== 0 || first !== value.start || second !== value.end) return false
  const end = (second ?? 0) + (last ?? 0)
  return /%%EOF(\r\n|\n|\r)?$/.test(file.source.slice(end - 8, end))
}

function isOneSigner({ bytes }: PdfString): boolean {
  try {
    const { content } = new ContentInfo({ schema: fromBER(new Uint8Array(bytes).buffer).result })
    const { signerInfos, certificates } = new SignedData({ schema: content })
    return signerInfos.length === 1 && (certificates?.length ?? 0) > 0
  } catch {
    return false
  }
}

function* actions(file: PdfFile): Generator<{ where: string; action: PdfDict }> {
  for (const [num, object] of file.objects)
    for (const value of valuesIn(object))
      if (value instanceof Map)
        for (const key of ['A', 'OpenAction', 'Next']) {
          const action = file.dict(value.get(key))
          // An element's "A" are attributes, which have an owner, and "Next" is also a bookmark.
          if (action?.has('S') && !action.has('O') && !action.has('Title')) yield { where: `object ${num}`, action }
        }
}

export const forms: Rule[] = [
  {
    clauses: ['A 6.4.1-1', 'A 6.4.1-2'],
    demands: 'A field does nothing: it has neither an action nor additional ones.',
    find: file =>
      [...file.dictionaries()].flatMap(({ num, dict }) =>
        when(
          (nameOf(dict, 'Subtype') === 'Widget' || dict.has('FT')) && (dict.has('A') || dict.has('AA')),
          `field ${num}`,
        ),
      ),
    fault: draft => draft.first('Annot', dict => nameOf(dict, 'Subtype') === 'Widget').set('AA', dictOf({})),
  },
  {
    clauses: ['A 6.4.1-3'],
    demands: 'Nobody has to make the appearances of fields.',
    find: file => when(form(file).get('NeedAppearances') === true, 'the form'),
    fault: draft => draft.dict(draft.file.catalog.get('AcroForm')).set('NeedAppearances', true),
  },
  {
    clauses: ['A 6.4.2-1', 'UA 7.15-1', 'M 25-001'],
    demands: 'No XFA.',
    find: file => when(form(file).has('XFA'), 'the form'),
    fault: draft => draft.dict(draft.file.catalog.get('AcroForm')).set('XFA', []),
  },
  {
    clauses: ['A 6.4.3-1'],
    demands: 'A signature is over all of the file as it was then, but for the signature itself.',
    find: file => signatures(file).flatMap(({ num, dict }) => when(!coversRevision(file, dict), `signature ${num}`)),
    fault: draft => draft.first('Sig').set('ByteRange', [0, 10, 20, 30]),
  },
  {
    clauses: ['A 6.4.3-2'],
    demands: 'A signature has one signer and brings along the certificate.',
    find: file =>
      signatures(file).flatMap(({ num, dict }) => {
        const value = dict.get('Contents')
        return when(!(value instanceof PdfString) || !isOneSigner(value), `signature ${num}`)
      }),
    fault: draft => draft.first('Sig').set('Contents', new PdfString(new Uint8Array(9), 0, 0, true)),
  },
  {
    clauses: ['A 6.5.1-1', 'A 6.5.1-2', 'M 29'],
    demands: 'All that can be done is to go to a place in the file or to an address.',
    find: file =>
      [...actions(file)].flatMap(({ where, action }) => when(!ACTIONS.has(nameOf(action, 'S') ?? ''), where)),
    fault: draft => draft.catalog.set('OpenAction', dictOf({ S: named('JavaScript') })),
  },
]
