import type { PdfRevision } from './pdf/pdf-revision.ts'
import { nameOf, type PdfDict, PdfRef, type PdfValue, textOf } from './pdf/pdf-value.ts'
import { DamagedPdfError } from './verify-errors.ts'

export interface FoundSignature {
  field: string
  /** Number of the signature's object, and where in the file that begins. */
  num: number
  offset: number
  dict: PdfDict
}

const MAX_FIELDS = 20_000

/**
 * All signed signature fields of a state of the document, in the order of the form (ISO 32000-1, 12.7.4.5).
 * @throws DamagedPdfError for a form without end
 */
export function findSignatures(revision: PdfRevision): FoundSignature[] {
  const found: FoundSignature[] = []
  const form = revision.dict(revision.catalog().get('AcroForm'))
  const waiting: { ref: PdfValue; name: string; type: string | null }[] = []
  const enqueue = (list: PdfValue, name: string, type: string | null) => {
    if (Array.isArray(list)) for (const ref of list) waiting.push({ ref, name, type })
  }
  enqueue(revision.resolve(form?.get('Fields')), '', null)
  for (let next = 0; next < waiting.length; next++) {
    if (next > MAX_FIELDS) throw new DamagedPdfError('too many fields')
    const { ref, name, type } = waiting[next] ?? { ref: null, name: '', type: null }
    const field = revision.dict(ref)
    if (!field) continue
    const ownType = nameOf(field, 'FT') ?? type
    const part = textOf(revision.resolve(field.get('T')))
    const fullName = [name, part].filter(Boolean).join('.')
    enqueue(revision.resolve(field.get('Kids')), fullName, ownType)
    const signature = ownType === 'Sig' ? field.get('V') : undefined
    const dict = revision.dict(signature)
    if (!dict) continue
    const entry = signature instanceof PdfRef ? revision.entry(signature.num) : null
    if (!(signature instanceof PdfRef) || entry?.kind !== 'offset')
      throw new DamagedPdfError('a signature that is no object of its own')
    found.push({ field: fullName, num: signature.num, offset: entry.offset, dict })
  }
  return found
}
