import { type PDF, PdfArray, PdfDict, PdfNumber, PdfRef } from '@libpdf/core'
import { NoEmptyFieldError } from '../errors.ts'
import { beforeSave } from './before-save.ts'

export interface ReservedField {
  dictionary: PdfDict
  rectangle: number[]
  page: PdfRef
  /** Points. */
  width: number
  height: number
}

/** @throws NoEmptyFieldError where there is no visible, empty field of that name */
export function findReservedField(pdf: PDF, name: string): ReservedField {
  const field = pdf
    .getForm()
    ?.getSignatureFields()
    .find(one => one.name === name)
  if (!field) throw new NoEmptyFieldError(`no signature field ${name}`)
  if (field.isSigned()) throw new NoEmptyFieldError(`the signature field ${name} is signed`)
  const dictionary = field.getDict()
  const rectangle = [...(dictionary.getArray('Rect') ?? [])].map(part => (part instanceof PdfNumber ? part.value : 0))
  const page = dictionary.get('P')
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle
  const [width, height] = [right - left, top - bottom]
  if (!(page instanceof PdfRef) || width <= 0 || height <= 0)
    throw new NoEmptyFieldError(`the signature field ${name} has no place on a page`)
  return { dictionary, rectangle, page, width, height }
}

/**
 * libpdf 0.4.2 makes every signed field invisible, on the first page. So just before it saves the file that it will
 * sign, the field gets its place back, with an appearance, and the signature what it says about who signed.
 * @param complete gets the dictionary of the signature
 */
export function keepFieldVisible(
  pdf: PDF,
  { dictionary, rectangle, page }: ReservedField,
  appearance: PdfRef,
  complete: (signature: PdfDict) => void,
): void {
  beforeSave(pdf, () => {
    dictionary.set('Rect', new PdfArray(rectangle.map(part => PdfNumber.of(part))))
    dictionary.set('P', page)
    dictionary.set('AP', PdfDict.of({ N: appearance }))
    const signature = dictionary.get('V', pdf.getObject.bind(pdf))
    if (!(signature instanceof PdfDict)) throw new NoEmptyFieldError('the field took no signature')
    complete(signature)
  })
}
