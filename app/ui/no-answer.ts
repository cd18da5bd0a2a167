import { unstable_rethrow } from 'next/navigation'
import { sv } from './sv.ts'

/**
 * For `catch` of an action that a component calls: the network went, or the server failed without a word. What was asked
 * for may be done or not. Errors by which Next redirects are thrown on.
 * @param text where more can be said than that
 * @returns Swedish: what to tell the person
 */
export function noAnswer(error: unknown, text: string = sv.noAnswer): string {
  unstable_rethrow(error)
  return text
}
