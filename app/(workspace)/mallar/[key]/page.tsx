import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NotFoundError } from '#server/errors.ts'
import { services } from '#server/services.ts'
import { readDraft } from '#server/templates/drafts.ts'
import { findTemplate } from '#templates/index.ts'
import { requireActor } from '../../../session.ts'
import { PageBody } from '../../../ui/page-body.tsx'
import { sv } from '../sv.ts'
import { TemplateEditor } from './_components/template-editor.tsx'
import { lawsByKey } from './laws-by-key.ts'

export const metadata: Metadata = { title: sv.title }

export default async function TemplatePage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params
  const draft = await readDraft(services(), await requireActor(`/mallar/${key}`), key).catch(error => {
    if (error instanceof NotFoundError) notFound()
    throw error
  })
  const base = draft.basedOn === null ? undefined : findTemplate(draft.basedOn)
  return (
    <PageBody>
      <TemplateEditor draft={draft} fixedLaws={base ? lawsByKey(base) : {}} />
    </PageBody>
  )
}
