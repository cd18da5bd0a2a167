import type { Metadata } from 'next'
import { Notice } from '#editor/ui/notice.tsx'
import { listSources } from '#server/indicators/list-sources.ts'
import { MAX_UPLOAD } from '#server/indicators/preview-import.ts'
import { can } from '#server/policies/can.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../session.ts'
import { PageBody } from '../../../ui/page-body.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { ImportForm } from './_components/import-form.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function ImportPage({ searchParams }: { searchParams: Promise<{ kalla?: string }> }) {
  const actor = await requireActor('/data/importera')
  const { kalla } = await searchParams
  const mayImport = can(actor, 'data.import', { organisationId: actor.organisationId })
  return (
    <PageBody narrow>
      <PageHeader title={sv.title} description={mayImport && sv.description} />
      {mayImport ? (
        <ImportForm sources={await listSources(services(), actor)} initialSource={kalla ?? ''} maxBytes={MAX_UPLOAD} />
      ) : (
        <Notice tone="warn" title={sv.notAllowedTitle}>
          {sv.notAllowedText}
        </Notice>
      )}
    </PageBody>
  )
}
