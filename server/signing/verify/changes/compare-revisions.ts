import type { PdfRevision } from '../pdf/pdf-revision.ts'
import { nameOf, type PdfDict, PdfRef, PdfStream, type PdfValue, sameValue } from '../pdf/pdf-value.ts'
import type { ChangeKind } from './change.ts'
import { compareEvidence } from './compare-evidence.ts'
import { compareForms } from './compare-form.ts'
import { comparePages } from './compare-pages.ts'
import { differingKeys } from './differing-keys.ts'
import { Explained } from './explained.ts'
import { readUpdates } from './read-updates.ts'

const CATALOG_KINDS: Record<string, ChangeKind> = {
  Pages: 'page',
  Metadata: 'metadata',
  Names: 'attachment',
  AF: 'attachment',
}

const TYPE_KINDS: Record<string, ChangeKind> = {
  Page: 'page',
  Pages: 'page',
  Font: 'page',
  FontDescriptor: 'page',
  XObject: 'page',
  Annot: 'annotation',
  Metadata: 'metadata',
  Filespec: 'attachment',
  EmbeddedFile: 'attachment',
  Sig: 'signature',
  DocTimeStamp: 'signature',
  StructTreeRoot: 'catalog',
  StructElem: 'catalog',
}

/** Of what kind an object is that should not have been written: by its own word, else a stream is drawn on a page. */
function kindOf(value: PdfValue): ChangeKind {
  const dict = value instanceof PdfStream ? value.dict : value instanceof Map ? value : null
  const kind = dict && TYPE_KINDS[nameOf(dict, 'Type') ?? nameOf(dict, 'Subtype') ?? '']
  if (kind) return kind
  return value instanceof PdfStream ? 'page' : 'object'
}

function compareTrailers(explained: Explained): void {
  const { before, after } = explained
  const first = (id: PdfValue | undefined) => (Array.isArray(id) ? id[0] : undefined)
  if (!sameValue(before.trailer.get('Root'), after.trailer.get('Root'))) explained.refuse('catalog')
  if (!sameValue(before.trailer.get('Info'), after.trailer.get('Info'))) explained.refuse('metadata')
  // The first half names the document, the second one the state (ISO 32000-1, 14.4).
  if (!sameValue(first(before.trailer.get('ID')), first(after.trailer.get('ID')))) explained.refuse('metadata')
}

function compareCatalogs(explained: Explained): void {
  const { before, after } = explained
  for (const key of differingKeys(before.catalog(), after.catalog()))
    if (key !== 'AcroForm' && key !== 'DSS') explained.refuse(CATALOG_KINDS[key] ?? 'catalog')
  explained.claim(after.trailer.get('Root'))
}

/** Cross-reference and object streams carry the addition; they are nothing of the document. */
const carries = (dict: PdfDict | null): boolean =>
  dict !== null && ['XRef', 'ObjStm'].includes(nameOf(dict, 'Type') ?? '')

/**
 * What an addition changed that is neither a further signature, nor a document time stamp, nor evidence for them.
 * Whatever is not understood counts as changed.
 * @param before the state that was signed
 */
export function compareRevisions(before: PdfRevision, after: PdfRevision): ChangeKind[] {
  const sections = readUpdates(before, after)
  if (!sections) return ['unclear']
  const written = new Set(sections.flatMap(({ entries }) => [...entries.keys()]).filter(num => num !== 0))
  const explained = new Explained(before, after, written)
  compareTrailers(explained)
  compareCatalogs(explained)
  compareForms(explained)
  compareEvidence(explained)
  comparePages(explained)
  for (const num of written) {
    if (explained.has(num)) continue
    const isGone = after.entry(num).kind === 'free'
    if (explained.isNew(num)) {
      if (!isGone && !carries(after.dict(new PdfRef(num, 0)))) explained.refuse(kindOf(after.object(num)))
    } else if (!isGone || before.entry(num).kind !== 'free') explained.refuse(kindOf(before.object(num)))
  }
  return [...explained.changes]
}
