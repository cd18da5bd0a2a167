import { eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisation.ts'
import { DEFAULT_PROFILE, type DocumentProfile } from '#editor/core/document-profile.ts'
import { NotAllowedError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import type { Services } from '../../services.ts'

/** What the organisation's documents say of it and how they look now, for whoever may change it. @throws NotAllowedError */
export async function readProfile(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
): Promise<{ name: string; organisationNumber: string | null; profile: DocumentProfile }> {
  const { organisationId } = actor
  if (!can(actor, 'profile.manage', { organisationId })) throw new NotAllowedError('profile.manage')
  const row = await db.query.organisation.findFirst({ where: eq(organisation.id, organisationId) })
  return {
    name: row?.name ?? '',
    organisationNumber: row?.organisationNumber ?? null,
    profile: row?.documentProfile ?? DEFAULT_PROFILE,
  }
}
