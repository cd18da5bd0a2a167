import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { readEnv } from '#server/env.ts'
import { NotFoundError } from '#server/errors.ts'
import { services } from '#server/services.ts'
import { readSigning } from '#server/signing/read-signing.ts'
import { today } from '#server/today.ts'
import { Outcome } from '../../../_components/outcome.tsx'
import { OUTCOME } from '../../../_components/outcome-mark.ts'
import { ReasonButton } from '../../../_components/reason-button.tsx'
import { DispatchSection } from './_components/dispatch-section.tsx'
import { EventList } from './_components/event-list.tsx'
import { KeyNotice } from './_components/key-notice.tsx'
import { RoundCard } from './_components/round-card.tsx'
import { StartForm } from './_components/start-form.tsx'
import { reopenAction } from './actions.ts'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

type Props = { params: Promise<{ reportId: string }> }

export default async function SigningPage({ params }: Props) {
  const { reportId } = await params
  const actor = await requireActor(`/rapporter/${reportId}/underskrift`)
  const env = readEnv()
  const view = await readSigning(services(), actor, reportId).catch(error => {
    if (error instanceof NotFoundError) notFound()
    throw error
  })
  const { report, may, rounds } = view
  const isLocked = report.lockedAt !== null
  const current = isLocked
    ? rounds.find(({ version, state }) => version === report.version && (state === 'open' || state === 'signed'))
    : undefined
  const earlier = rounds.filter(round => round !== current)
  const card = {
    reportId,
    actorId: actor.id,
    mayCirculate: may.circulate,
    mayArchive: may.archive,
    mailIsSetUp: env.mailIsSetUp,
  }
  return (
    <PageBody>
      <PageHeader
        title={sv.titleOf(report.title)}
        description={sv.facts(report.version, report.lockedAt && formatInstant(report.lockedAt.toISOString()))}
        actions={
          <ButtonLink href={`/rapporter/${reportId}`} icon={<ArrowLeft aria-hidden />}>
            {sv.back}
          </ButtonLink>
        }
      />
      <Outcome of={`${report.version} ${isLocked} ${current?.id}`} className="flex flex-col gap-8">
        {!isLocked && (
          <div {...OUTCOME}>
            <Notice tone="info" title={sv.notLocked.title}>
              {sv.notLocked.text}
            </Notice>
          </div>
        )}
        {isLocked && view.key === null && (
          <Notice tone="warn" title={sv.noKey.title}>
            {sv.noKey.text}
          </Notice>
        )}
        {isLocked && view.key && <KeyNotice fault={view.key.fault} />}
        {view.key?.test && (
          <Notice tone="warn" title={sv.testKey.title}>
            {sv.testKey.text}
          </Notice>
        )}
        {current && <RoundCard round={current} {...card} />}
        {isLocked && !current && may.circulate && view.key && (
          <StartForm reportId={reportId} proposal={view.proposal} candidates={view.candidates} />
        )}
        <DispatchSection view={view} mayNote={isLocked && may.dispatch && current?.state !== 'open'} today={today()} />
        {isLocked && may.reopen && current?.state !== 'open' && (
          <section aria-labelledby="ny-version" className="flex flex-col items-start gap-3">
            <h2 id="ny-version" className="text-xl font-semibold">
              {sv.reopen.title}
            </h2>
            <p className="max-w-prose text-muted">{sv.reopen.text}</p>
            <ReasonButton
              text={sv.reopen.button}
              title={sv.reopen.dialog(report.version + 1)}
              description={sv.reopen.dialogText}
              words={sv.reason}
              run={reopenAction.bind(null, reportId)}
            />
          </section>
        )}
        {earlier.length > 0 && (
          <div className="flex flex-col gap-4">
            {earlier.map(round => (
              <RoundCard key={round.id} round={round} {...card} />
            ))}
          </div>
        )}
        <EventList events={view.events} />
      </Outcome>
    </PageBody>
  )
}
