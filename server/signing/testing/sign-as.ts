import type { Signer } from '@libpdf/core'
import { signPdf } from '../pades/sign-pdf.ts'
import type { SignedPdf, SigningWish } from '../pades/signing-wish.ts'
import { asa, orjan, place } from './report-to-sign.ts'

const NOBODY = async (): Promise<void> => {}

type Rest = Pick<SigningWish, 'bytes'> & Partial<SigningWish>

/** As the first or the second who signs, with a key at hand. Level B-B, unless said otherwise. */
export function signAs(who: 1 | 2, signer: Signer, rest: Rest): Promise<SignedPdf> {
  return signPdf({
    field: `underskrift-${who}`,
    key: { signer, close: NOBODY },
    provider: { name: 'pkcs12', test: false },
    identity: who === 1 ? asa : orjan,
    place,
    level: 'B-B',
    timestampUrl: null,
    at: new Date(),
    ...rest,
  })
}
