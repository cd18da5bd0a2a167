import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Notice } from '#editor/ui/notice.tsx'
import { can } from '#server/policies/can.ts'
import { requireActor } from '../../../../session.ts'
import { PageBody } from '../../../../ui/page-body.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { sv as form } from '../sv.ts'
import { DraftProgress } from './_components/draft-progress.tsx'
import { Preview } from './_components/preview.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function PreviewPage({ params }: { params: Promise<{ draftId: string }> }) {
  const { draftId } = await params
  const actor = await requireActor(`/data/importera/${draftId}`)
  const mayImport = can(actor, 'data.import', { organisationId: actor.organisationId })
  return (
    <PageBody>
      <PageHeader title={sv.title} />
      {mayImport ? (
        <Suspense
          fallback={
            <div role="status" className="max-w-md">
              <DraftProgress draftId={draftId} label={sv.reading} />
            </div>
          }
        >
          <Preview actor={actor} draftId={draftId} />
        </Suspense>
      ) : (
        <Notice tone="warn" title={form.notAllowedTitle}>
          {form.notAllowedText}
        </Notice>
      )}
    </PageBody>
  )
}
