import type { PdfRevision } from '../pdf/pdf-revision.ts'
import { nameOf, type PdfDict, PdfRef, type PdfValue, sameValue, textOf } from '../pdf/pdf-value.ts'
import { differingKeys } from './differing-keys.ts'
import type { Explained } from './explained.ts'

/** What signing writes into a field (ISO 32000-1, 12.7.4.5 and 12.5.6.19), beside its value. */
const SIGNED_FIELD = new Set(['V', 'AP', 'F', 'P', 'Rect', 'TU', 'Type', 'Subtype'])
const NEW_FIELD = new Set([...SIGNED_FIELD, 'FT', 'T', 'Ff'])

/** Takes no room on the page: nothing can be laid over the text with it. */
function isInvisible(rect: PdfValue): boolean {
  const [x0, y0, x1, y1] = Array.isArray(rect) ? rect : []
  return rect === null || (typeof x0 === 'number' && typeof y0 === 'number' && (x0 === x1 || y0 === y1))
}

const isSignature = (revision: PdfRevision, value: PdfDict): boolean => {
  const type = nameOf(value, 'Type')
  return (type === 'Sig' || type === 'DocTimeStamp') && textOf(revision.resolve(value.get('Contents'))) !== null
}

function checkValue(explained: Explained, field: PdfDict): void {
  const value = field.get('V')
  const signature = explained.after.dict(value)
  if (value instanceof PdfRef && explained.isNew(value.num) && signature && isSignature(explained.after, signature))
    explained.claimNew(value)
  else explained.refuse('form')
  explained.claimNew(field.get('AP'))
}

function checkNewField(explained: Explained, ref: PdfValue): void {
  const field = explained.after.dict(ref)
  const isPlain =
    ref instanceof PdfRef &&
    explained.isNew(ref.num) &&
    field !== null &&
    nameOf(field, 'FT') === 'Sig' &&
    [...field.keys()].every(key => NEW_FIELD.has(key)) &&
    isInvisible(explained.after.resolve(field.get('Rect')))
  if (!isPlain || !field) explained.refuse('form')
  else {
    explained.claim(ref)
    checkValue(explained, field)
  }
}

/** A field that waited for its signature: it got that, and its looks within its own frame. */
function checkSignedField(explained: Explained, ref: PdfRef): void {
  const [before, after] = [explained.before.dict(ref), explained.after.dict(ref)]
  if (!before || !after) {
    explained.refuse('form')
    return
  }
  explained.claim(ref)
  const keys = differingKeys(before, after)
  const rect = after.get('Rect')
  const staysInPlace = sameValue(before.get('Rect'), rect) || isInvisible(explained.after.resolve(rect))
  const staysOnPage = !before.has('P') || sameValue(before.get('P'), after.get('P'))
  const type = after.get('Subtype') === undefined || nameOf(after, 'Subtype') === 'Widget'
  const isWaiting = nameOf(before, 'FT') === 'Sig' && explained.before.resolve(before.get('V')) === null
  if (!isWaiting || !staysInPlace || !staysOnPage || !type || !keys.every(key => SIGNED_FIELD.has(key)))
    explained.refuse(isWaiting ? 'form' : 'signature')
  else checkValue(explained, after)
}

const listOf = (revision: PdfRevision, form: PdfDict | null): PdfValue[] => {
  const fields = revision.resolve(form?.get('Fields'))
  return Array.isArray(fields) ? fields : []
}

function checkFlags(explained: Explained, before: PdfDict | null, after: PdfDict): void {
  const flags = (form: PdfDict | null): number => {
    const value = form?.get('SigFlags')
    return typeof value === 'number' ? value : 0
  }
  // 1: there are signatures; 2: append only (12.7.2). Never taken back.
  if (flags(after) > 3 || (flags(after) & flags(before)) !== flags(before)) explained.refuse('form')
}

/** The form: the same fields first, then signatures that are new; nothing else of it changes. */
export function compareForms(explained: Explained): void {
  const { before, after } = explained
  const [refBefore, refAfter] = [before.catalog().get('AcroForm'), after.catalog().get('AcroForm')]
  const [formBefore, formAfter] = [before.dict(refBefore), after.dict(refAfter)]
  if (!formAfter) {
    if (formBefore) explained.refuse('form')
    return
  }
  const isSameObject = refBefore instanceof PdfRef && sameValue(refBefore, refAfter)
  if (isSameObject || (refAfter instanceof PdfRef && explained.isNew(refAfter.num))) explained.claim(refAfter)
  const changed = differingKeys(formBefore ?? new Map(), formAfter)
  if (changed.some(key => key !== 'Fields' && key !== 'SigFlags')) explained.refuse('form')
  checkFlags(explained, formBefore, formAfter)
  const list = formAfter.get('Fields')
  if (list instanceof PdfRef && (explained.isNew(list.num) || sameValue(list, formBefore?.get('Fields'))))
    explained.claim(list)

  const [fieldsBefore, fieldsAfter] = [listOf(before, formBefore), listOf(after, formAfter)]
  if (!fieldsBefore.every((field, i) => sameValue(field, fieldsAfter[i]))) explained.refuse('form')
  for (const field of fieldsBefore)
    if (field instanceof PdfRef && explained.written.has(field.num)) checkSignedField(explained, field)
  for (const field of fieldsAfter.slice(fieldsBefore.length)) checkNewField(explained, field)
}
