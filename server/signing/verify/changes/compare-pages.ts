import { nameOf, PdfRef, type PdfValue, sameValue } from '../pdf/pdf-value.ts'
import { differingKeys } from './differing-keys.ts'
import type { Explained } from './explained.ts'

/** A new signature's field may be listed among the page's annotations: it is invisible, which the form saw to. */
export function comparePages(explained: Explained): void {
  const { before, after } = explained
  for (const num of explained.written) {
    if (explained.isNew(num)) continue
    const ref = new PdfRef(num, 0)
    const [was, is] = [before.dict(ref), after.dict(ref)]
    if (!was || !is || nameOf(was, 'Type') !== 'Page') continue
    const keys = differingKeys(was, is)
    const [a, b] = [was.get('Annots') ?? [], is.get('Annots')]
    if (keys.some(key => key !== 'Annots')) explained.refuse('page')
    else if (!Array.isArray(a) || !Array.isArray(b) || !onlyAddsFields(explained, a, b)) explained.refuse('annotation')
    explained.claim(ref)
  }
}

const onlyAddsFields = (explained: Explained, before: PdfValue[], after: PdfValue[]): boolean =>
  before.every((one, i) => sameValue(one, after[i])) &&
  after.slice(before.length).every(one => one instanceof PdfRef && explained.isNew(one.num) && explained.has(one.num))
