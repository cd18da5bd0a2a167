import { randomUUID } from 'node:crypto'
import { ecdsaDer } from '../ecdsa-der.ts'
import type { ServiceWish } from './csc-server.ts'
import { signHash } from './sign-hash.ts'

export type Body = Record<string, unknown>
export type Refused = [status: number, error: string, description: string]
/** An answer of status 200, of another one, or a refusal. */
export type Result = Body | [number, Body] | Refused

export const invalid = (description: string): Refused => [400, 'invalid_request', description]

const MOST_WRONG = 3
const HASH_BYTES: Record<string, number> = {
  '2.16.840.1.101.3.4.2.1': 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
}

/** Grants and makes the signatures of a service in a test, as the CSC API v2.0 says. */
export class CscDesk {
  /** SAD or handle, and the hashes that it was given for: each is good once. */
  private readonly granted = new Map<string, unknown>()
  private readonly done = new Map<string, string>()
  private readonly seen = new Set<string>()

  constructor(
    private readonly wish: ServiceWish,
    private readonly algorithms: string[],
  ) {}

  private wrong = 0

  /** A code is sent elsewhere; a question is asked in the answer. */
  challenge({ authObjectID }: Body): Result {
    const object = this.wish.described?.objects?.find(({ id }) => id === authObjectID)
    if (object?.type !== 'ChallengeResponse') return invalid('Invalid parameter authObjectID')
    return object.format === 'N' ? [204, {}] : { challenge: 'Vad heter din första katt?' }
  }

  private refusal(authData: unknown): Refused | null {
    const { entered = {} } = this.wish
    if (this.wrong >= MOST_WRONG) return invalid('Credential locked')
    const given = new Map(((authData ?? []) as { id: string; value?: string }[]).map(({ id, value }) => [id, value]))
    const objects = this.wish.described?.objects ?? []
    if (objects.every(({ id }) => given.has(id) && given.get(id) === entered[id])) return null
    this.wrong += 1
    return [400, 'invalid_authentication_data', `The authentication data is invalid: ${JSON.stringify(authData)}`]
  }

  authorize({ numSignatures, hashes, authData }: Body): Result {
    if (numSignatures !== 1) return invalid('Invalid value for parameter numSignatures')
    const refusal = this.refusal(authData)
    if (refusal) return refusal
    const id = randomUUID()
    this.granted.set(id, JSON.stringify(hashes))
    return this.wish.asynchronous ? [202, { handle: id }] : [200, { SAD: id, expiresIn: 60 }]
  }

  authorizeCheck({ handle }: Body): Result {
    if (!this.granted.has(String(handle))) return invalid('Invalid parameter handle')
    const again = this.seen.has(String(handle))
    this.seen.add(String(handle))
    return again ? [200, { SAD: handle }] : [202, { handle }]
  }

  sign({ SAD, hashes, hashAlgorithmOID, signAlgo }: Body): Result {
    if (this.granted.get(String(SAD)) !== JSON.stringify(hashes)) return invalid('Hash is not authorized by the SAD')
    this.granted.delete(String(SAD))
    if (!this.algorithms.includes(String(signAlgo))) return invalid('Invalid parameter signAlgo')
    const hash = Buffer.from(String((hashes as string[])[0]), 'base64')
    if (HASH_BYTES[String(hashAlgorithmOID)] !== hash.length) return invalid('Invalid digest value length')
    const raw = signHash((this.wish.signsWith ?? this.wish.key).privateKey, hash)
    const signature = Buffer.from(this.wish.der ? ecdsaDer(raw) : raw).toString('base64')
    if (!this.wish.asynchronous) return { signatures: [signature] }
    const responseID = randomUUID()
    this.done.set(responseID, signature)
    return { responseID }
  }

  poll({ requestID }: Body): Result {
    const signature = this.done.get(String(requestID))
    if (signature === undefined) return invalid('Invalid parameter requestID')
    const again = this.seen.has(String(requestID))
    this.seen.add(String(requestID))
    return again
      ? { signatures: [signature] }
      : invalid('The request has been accepted for processing, but the processing has not yet been completed.')
  }
}
