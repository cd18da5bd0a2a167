import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisation } from '#db/schema/organisation.ts'
import { contrastWithWhite, type DocumentProfile, isColour, LEAST_CONTRAST } from '#editor/core/document-profile.ts'
import { TYPEFACE_KEYS } from '#editor/core/typefaces.ts'
import { InvalidInputError, NotAllowedError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import type { Services } from '../../services.ts'
import { readOrganisationNumber } from '../organisation-number.ts'
import { readLogo } from './read-logo.ts'

const MOST_FOOT = 160
const MOST_ALT = 200

const wish = z.object({
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .refine(isColour, 'not-a-colour')
    .refine(colour => !isColour(colour) || contrastWithWhite(colour) >= LEAST_CONTRAST, 'contrast'),
  foot: z.string().trim().max(MOST_FOOT, 'too-long'),
  pageFormat: z.enum(['A4', 'A4-duplex'], 'unknown'),
  typeface: z.enum(TYPEFACE_KEYS, 'unknown'),
  alt: z.string().trim().max(MOST_ALT, 'too-long'),
  organisationNumber: z
    .string()
    .trim()
    .transform((text, { addIssue }) => {
      if (text === '') return null
      const read = readOrganisationNumber(text)
      if ('number' in read) return read.number
      addIssue(read.fault)
      return z.NEVER
    }),
})

export interface ProfileWish {
  accent: string
  foot: string
  pageFormat: string
  typeface: string
  /** What the logo says to who does not see it. */
  alt: string
  /** `keep` the logo that is there, or have none, or this one. */
  logo: 'keep' | null | Uint8Array
  /** Empty for none. */
  organisationNumber: string
}

/**
 * Changes what the organisation's documents say of it and how they look from now on; what is locked stays as it was.
 * @throws InvalidInputError with `accent` ('not-a-colour', 'contrast'), `foot`, `alt` ('too-long', 'missing'), `logo`
 *   ('too-large', 'not-an-image') or `organisationNumber` ({@link readOrganisationNumber}); NotAllowedError
 */
export async function saveProfile(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  { logo: wanted, ...fields }: ProfileWish,
): Promise<DocumentProfile> {
  const { organisationId } = actor
  if (!can(actor, 'profile.manage', { organisationId })) throw new NotAllowedError('profile.manage')
  const parsed = wish.safeParse(fields)
  const problems = parsed.success ? {} : InvalidInputError.of(parsed.error, 'profile', ({ message }) => message).fields
  if (wanted !== null && !fields.alt.trim()) problems.alt ??= 'missing'
  return db.transaction(async tx => {
    const [row] = await tx.select().from(organisation).where(eq(organisation.id, organisationId)).for('update')
    const kept = wanted === 'keep' ? (row?.documentProfile?.logo ?? null) : null
    // The alternative of no logo says nothing.
    if (wanted === 'keep' && !kept && problems.alt === 'missing') delete problems.alt
    if (!parsed.success || Object.keys(problems).length) throw new InvalidInputError(problems)
    const { alt, organisationNumber, ...look } = parsed.data
    const image = wanted instanceof Uint8Array ? readLogo(wanted) : kept
    const profile: DocumentProfile = { ...look, logo: image && { ...image, alt } }
    await tx
      .update(organisation)
      .set({ documentProfile: profile, organisationNumber })
      .where(eq(organisation.id, organisationId))
    return profile
  })
}
