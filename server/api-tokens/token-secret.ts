import { randomBytes } from 'node:crypto'
import { sha256Hex } from '../sha256.ts'

const SECRET_BYTES = 32
const FORM = /^sk_[A-Za-z0-9_-]{43}$/

/** @returns "sk_" and 32 random bytes as base64url; shown once and stored nowhere */
export const makeSecret = (): string => `sk_${randomBytes(SECRET_BYTES).toString('base64url')}`

export const looksLikeSecret = (text: string): boolean => FORM.test(text)

/** What is stored of a secret. It has 256 random bits, so nobody can find it by trying: no salt, no slow hash. */
export const digestOf = (secret: string): string => sha256Hex(secret)
