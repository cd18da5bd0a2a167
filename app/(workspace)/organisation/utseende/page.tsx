import type { Metadata } from 'next'
import { requireActor } from '#app/session.ts'
import { NotAllowedPage } from '#app/ui/not-allowed-page.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readProfile } from '#server/organisations/document-profile/read-profile.ts'
import { can } from '#server/policies/can.ts'
import { services } from '#server/services.ts'
import { ProfileForm } from './_components/profile-form.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function LookPage() {
  const actor = await requireActor('/organisation/utseende')
  const header = <PageHeader title={sv.title} description={sv.description} />
  if (!can(actor, 'profile.manage', { organisationId: actor.organisationId }))
    return (
      <NotAllowedPage header={header} title={sv.notAllowedTitle}>
        {sv.notAllowed}
      </NotAllowedPage>
    )
  const { name, organisationNumber, profile } = await readProfile(services(), actor)
  return (
    <PageBody>
      {header}
      <ProfileForm name={name} organisationNumber={organisationNumber} profile={profile} />
    </PageBody>
  )
}
