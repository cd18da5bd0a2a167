import { KeyRefusedError, KeyUnavailableError } from '../../errors.ts'

/** Return values of PKCS #11 (Cryptoki v2.40, 5.1) that say what a person can do; the others are named as they are. */
const MEANINGS: [RegExp, string][] = [
  [/^CKR_(TOKEN_NOT_PRESENT|SLOT_ID_INVALID|TOKEN_NOT_RECOGNIZED)$/, 'the token is not in its place'],
  [/^CKR_(DEVICE_\w+|SESSION_HANDLE_INVALID|SESSION_CLOSED|GENERAL_ERROR|FUNCTION_FAILED)$/, 'the device failed'],
  [/^CKR_(MECHANISM_INVALID|KEY_TYPE_INCONSISTENT|KEY_FUNCTION_NOT_PERMITTED)$/, 'the key may not sign in this way'],
]

const PIN = /^CKR_PIN_/

/** What the tool says in words of its own, and what it means. */
const PHRASES: [string, string][] = [
  ['Failed to load pkcs11 module', 'the library of the device cannot be loaded (SIGNING_PKCS11_MODULE)'],
  ['No slot with token named', 'no token with that label is in its place (SIGNING_PKCS11_TOKEN)'],
  ['No slots', 'no token is in its place'],
  ['Private key not found', 'the key is not on the token (SIGNING_PKCS11_KEY)'],
  ['object not found', 'the certificate of the key is not on the token'],
]

/**
 * What went wrong, for the log. Of what the tool wrote only the names of return values are passed on: the rest may hold
 * anything that a device's library writes.
 * @param written what the tool wrote on standard error
 */
export function toolFault(written: string, exit: string): KeyUnavailableError | KeyRefusedError {
  const value = /\brv = (CKR_\w+)/.exec(written)?.[1] ?? null
  if (value && PIN.test(value)) return new KeyRefusedError(`the device refused the PIN: ${value}`)
  const phrase = PHRASES.find(([words]) => written.includes(words))
  if (phrase) return new KeyUnavailableError(phrase[1])
  const meaning = value ? MEANINGS.find(([pattern]) => pattern.test(value)) : undefined
  if (value) return new KeyUnavailableError(`${meaning?.[1] ?? 'the device refused'}: ${value}`)
  return new KeyUnavailableError(`pkcs11-tool ended with ${exit}`)
}
