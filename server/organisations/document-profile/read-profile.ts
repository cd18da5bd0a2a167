import { eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisation.ts'
import { DEFAULT_PROFILE, type DocumentProfile } from '#editor/core/document-profile.ts'
import { NotAllowedError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import type { Services } from '../../services.ts'

/** How the organisation's documents look now, for whoever may change it. @throws NotAllowedError */
export async function readProfile(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
): Promise<{ name: string; profile: DocumentProfile }> {
  const { organisationId } = actor
  if (!can(actor, 'profile.manage', { organisationId })) throw new NotAllowedError('profile.manage')
  const row = await db.query.organisation.findFirst({ where: eq(organisation.id, organisationId) })
  return { name: row?.name ?? '', profile: row?.documentProfile ?? DEFAULT_PROFILE }
}
