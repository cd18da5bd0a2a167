import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/**
 * What came from an earlier report and nobody has gone through. A warning, not a stop: one press confirms it, and
 * somebody who cannot lock without pressing would press unread.
 */
export const carriedText: Check = {
  rule: 'carried-text',
  run: ({ report: { madeFrom }, sections }) =>
    sections
      .filter(({ carried }) => carried === 'unconfirmed')
      .map(({ id, number, heading }) => ({
        rule: 'carried-text',
        level: 'warning',
        sectionId: id,
        message: sv.unconfirmed(number, heading, madeFrom?.title ?? null),
      })),
}
