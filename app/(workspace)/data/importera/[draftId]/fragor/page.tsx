import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { type DraftQuestions, readQuestions } from '#server/indicators/answer-questions.ts'
import { DraftGoneError, NoLayoutError } from '#server/indicators/errors.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../../../session.ts'
import { PageBody } from '../../../../../ui/page-body.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { QuestionForm } from './_components/question-form.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function QuestionPage({ params }: { params: Promise<{ draftId: string }> }) {
  const { draftId } = await params
  const actor = await requireActor(`/data/importera/${draftId}/fragor`)
  let asked: DraftQuestions
  try {
    asked = await readQuestions(services(), actor, draftId)
  } catch (error) {
    // The page of the draft says what has become of it.
    if (error instanceof DraftGoneError || error instanceof NoLayoutError) redirect(`/data/importera/${draftId}`)
    throw error
  }
  return (
    <PageBody narrow>
      <PageHeader title={sv.title} description={sv.description} />
      <p className="mb-4 text-lg">{sv.file(asked.sourceName, asked.fileName)}</p>
      <QuestionForm draftId={draftId} asked={asked} />
    </PageBody>
  )
}
