import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatInstant } from '#editor/core/format-date.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { NotFoundError } from '#server/errors.ts'
import { type ImportDetails, readImport } from '#server/indicators/read-import.ts'
import { can } from '#server/policies/can.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../../../../session.ts'
import { ButtonLink } from '../../../../ui/button-link.tsx'
import { PageBody } from '../../../../ui/page-body.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { howItCame, nameOfSource } from '../import-words.ts'
import { UndoButton } from '../undo-button.tsx'
import { HowRead } from './_components/how-read.tsx'
import { ImportedValues } from './_components/imported-values.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

async function detailsOf(importId: string, path: string): Promise<{ details: ImportDetails; mayUndo: boolean }> {
  const actor = await requireActor(path)
  try {
    const details = await readImport(services(), actor, importId)
    return { details, mayUndo: can(actor, 'data.import', { organisationId: actor.organisationId }) }
  } catch (error) {
    if (error instanceof NotFoundError) notFound()
    throw error
  }
}

export default async function ImportPage({ params }: { params: Promise<{ importId: string }> }) {
  const { importId } = await params
  const { details, mayUndo } = await detailsOf(importId, `/data/importer/${importId}`)
  const when = formatInstant(details.importedAt)
  const facts: [string, string][] = [
    [sv.how, howItCame(details)],
    [sv.who, details.importedBy],
    [sv.when, when],
    [sv.count, details.written.toLocaleString('sv-SE')],
    ...(details.fileName ? ([[sv.fingerprint, details.fileSha256]] as [string, string][]) : []),
  ]
  return (
    <PageBody>
      <PageHeader
        title={sv.heading(nameOfSource(details))}
        actions={
          <>
            <ButtonLink href="/data" icon={<ArrowLeft />}>
              {sv.back}
            </ButtonLink>
            {mayUndo && (
              <UndoButton
                turn={details.turn}
                isUndone={details.undone !== null}
                about={`${howItCame(details)}, ${when}`}
              />
            )}
          </>
        }
      />
      <div className="flex flex-col gap-8">
        {details.undone && (
          <Notice tone="warn" title={sv.undoneTitle}>
            {sv.undone(details.undone.by, formatInstant(details.undone.at))}
          </Notice>
        )}
        <section aria-label={sv.facts} className="rounded-xl border border-line bg-surface p-5">
          <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
            {facts.map(([label, value]) => (
              <div key={label} className="min-w-0">
                <dt className="text-sm text-muted">{label}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
          {details.reason && (
            <>
              <h2 className="mt-5 font-semibold">{sv.reason}</h2>
              <p className="mt-1 whitespace-pre-line">{details.reason}</p>
            </>
          )}
          {details.hasRejected && mayUndo && (
            <p className="mt-3">
              <a href={`/data/importer/${details.id}/rader`} download className="font-semibold text-accent underline">
                {sv.rejected.get}
              </a>
            </p>
          )}
          {details.layout && (
            <div className="mt-5">
              <HowRead layout={details.layout} />
            </div>
          )}
        </section>
        <ImportedValues details={details} />
      </div>
    </PageBody>
  )
}
