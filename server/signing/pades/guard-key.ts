import type { Signer } from '@libpdf/core'
import { SamskriftError } from '../../errors.ts'
import { KeyUnavailableError } from '../errors.ts'

/** A device asks for nobody's finger; longer than this, it is gone. Milliseconds. */
const LIMIT = 60_000

/** The signer, whose failures all say that the key was not there, and which never hangs. */
export function guardKey(signer: Signer): Signer {
  return {
    certificate: signer.certificate,
    certificateChain: signer.certificateChain ?? [],
    keyType: signer.keyType,
    signatureAlgorithm: signer.signatureAlgorithm,
    async sign(data, algorithm) {
      let timer: NodeJS.Timeout | undefined
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new KeyUnavailableError('the key did not sign in time')), LIMIT)
      })
      try {
        return await Promise.race([signer.sign(data, algorithm), tooLong])
      } catch (error) {
        if (error instanceof SamskriftError) throw error
        throw new KeyUnavailableError('the key did not sign', { cause: error })
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
