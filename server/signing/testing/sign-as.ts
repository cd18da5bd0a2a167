import type { Signer } from '@libpdf/core'
import { outsideOf } from '../pades/outside.ts'
import { signPdf } from '../pades/sign-pdf.ts'
import type { SignedPdf, SigningWish } from '../pades/signing-wish.ts'
import { asa, orjan, place } from './report-to-sign.ts'

const NOBODY = async (): Promise<void> => {}

type Rest = Pick<SigningWish, 'bytes'> & Partial<SigningWish>

/** As the first or the second who signs, with a key at hand. Level B-B, unless said otherwise. */
export function signAs(who: 1 | 2, signer: Signer, rest: Rest): Promise<SignedPdf> {
  const wish: SigningWish = {
    field: `underskrift-${who}`,
    key: { signer, close: NOBODY },
    provider: { name: 'pkcs12', test: false },
    identity: who === 1 ? asa : orjan,
    place,
    level: 'B-B',
    timestamps: null,
    at: new Date(),
    ...rest,
  }
  return signPdf(wish, outsideOf(wish))
}
