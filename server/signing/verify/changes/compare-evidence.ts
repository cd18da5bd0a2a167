import type { PdfRevision } from '../pdf/pdf-revision.ts'
import { isDict, PdfRef } from '../pdf/pdf-value.ts'
import { type Explained, walk } from './explained.ts'

const KEYS = new Set(['Type', 'VRI', 'Certs', 'CRLs', 'OCSPs'])

/** Every object that the document is made of, its store of evidence left out. */
function madeOf(revision: PdfRevision): Set<number> {
  const found = new Set<number>()
  const roots = [...revision.catalog()].filter(([key]) => key !== 'DSS').map(([, value]) => value)
  for (const value of [...roots, revision.trailer.get('Info')])
    walk(value, revision, num => {
      if (found.has(num)) return false
      found.add(num)
      return true
    })
  const root = revision.trailer.get('Root')
  if (root instanceof PdfRef) found.add(root.num)
  return found
}

/**
 * The store of certificates and answers about them (/DSS; ETSI EN 319 142-1, 5.4): it may grow, as what was in it may be
 * listed anew. What else the document is made of cannot be changed under that name.
 */
export function compareEvidence(explained: Explained): void {
  const { before, after, written } = explained
  const store = after.catalog().get('DSS')
  const dict = after.dict(store)
  if (!dict) {
    if (before.catalog().has('DSS')) explained.refuse('signature')
    return
  }
  if ([...dict.keys()].some(key => !KEYS.has(key))) explained.refuse('catalog')
  explained.claimNew(store)
  let document: Set<number> | null = null
  const seen = new Set<number>()
  walk(store, after, num => {
    if (seen.has(num)) return false
    seen.add(num)
    if (written.has(num) && !explained.isNew(num)) {
      const [was, is] = [before.object(num), after.object(num)]
      document ??= madeOf(before)
      const isList = (isDict(was) && isDict(is)) || (Array.isArray(was) && Array.isArray(is))
      if (isList && !document.has(num)) explained.claim(new PdfRef(num, 0))
    }
    return written.has(num)
  })
  // Lists that were there may lead to what is new.
  for (const num of seen) if (explained.has(num)) explained.claimNew(after.object(num))
}
