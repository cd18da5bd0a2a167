import { type PDF, PdfArray, PdfDict, PdfName, PdfRef, PdfStream } from '@libpdf/core'
import { sha256Hex } from '../../sha256.ts'

/** What proves, for good, that certificates were valid: the Document Security Store (ETSI EN 319 142-1, 5.4.2.2). DER. */
export interface SecurityStore {
  certificates: Uint8Array[]
  ocsp: Uint8Array[]
  crl: Uint8Array[]
}

const KEYS = { certificates: 'Certs', ocsp: 'OCSPs', crl: 'CRLs' } as const
const NAMES = Object.keys(KEYS) as (keyof typeof KEYS)[]

function storedIn(pdf: PDF, key: string): { ref: PdfRef; bytes: Uint8Array }[] {
  const resolve = pdf.getObject.bind(pdf)
  const list = pdf.getCatalog().getDict('DSS', resolve)?.getArray(key, resolve)
  return [...(list ?? [])].flatMap(ref => {
    const stream = ref instanceof PdfRef ? resolve(ref) : null
    return ref instanceof PdfRef && stream instanceof PdfStream ? [{ ref, bytes: stream.getDecodedData() }] : []
  })
}

export const readSecurityStore = (pdf: PDF): SecurityStore => ({
  certificates: storedIn(pdf, KEYS.certificates).map(({ bytes }) => bytes),
  ocsp: storedIn(pdf, KEYS.ocsp).map(({ bytes }) => bytes),
  crl: storedIn(pdf, KEYS.crl).map(({ bytes }) => bytes),
})

/** Adds to what the file has, each once. It is in the file when that is saved. */
export function addToSecurityStore(pdf: PDF, more: SecurityStore): void {
  const store = PdfDict.of({ Type: PdfName.of('DSS') })
  for (const name of NAMES) {
    const refs = new Map(storedIn(pdf, KEYS[name]).map(({ ref, bytes }) => [sha256Hex(bytes), ref]))
    for (const bytes of more[name])
      if (!refs.has(sha256Hex(bytes))) refs.set(sha256Hex(bytes), pdf.register(new PdfStream(new PdfDict(), bytes)))
    if (refs.size > 0) store.set(KEYS[name], new PdfArray([...refs.values()]))
  }
  pdf.getCatalog().set('DSS', pdf.register(store))
}
