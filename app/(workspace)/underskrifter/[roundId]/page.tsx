import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentAuthentication, requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { loadLogin } from '#server/auth/load-login.ts'
import { readEnv } from '#server/env.ts'
import { NotFoundError } from '#server/errors.ts'
import { services } from '#server/services.ts'
import { readKeyQuestions } from '#server/signing/rounds/key-questions.ts'
import type { RoundView, SignerView } from '#server/signing/rounds/read-rounds.ts'
import { readRound } from '#server/signing/rounds/see-round.ts'
import { isStepUp } from '#server/signing/rounds/step-up.ts'
import { Outcome } from '../../_components/outcome.tsx'
import { OUTCOME } from '../../_components/outcome-mark.ts'
import { KeyNotice } from '../../rapporter/[reportId]/underskrift/_components/key-notice.tsx'
import { SignerTable } from '../../rapporter/[reportId]/underskrift/_components/signer-table.tsx'
import { sv as words } from '../sv.ts'
import { DocumentView } from './_components/document.tsx'
import { SignPanel, type StepUp } from './_components/sign-panel.tsx'

const sv = words.one

export const metadata: Metadata = { title: words.title }

interface Props {
  params: Promise<{ roundId: string }>
  searchParams: Promise<{ inloggad?: string }>
}

/** What to say to somebody who cannot sign now; null for one who can. */
function whyNot(round: RoundView, own: SignerView | undefined): { tone: 'good' | 'info'; text: string } | null {
  if (own?.state === 'signed') return { tone: 'good', text: sv.signed }
  if (own?.state === 'refused') return { tone: 'info', text: sv.refused }
  if (round.state !== 'open') return { tone: 'info', text: sv.over[round.state] }
  if (!own) return { tone: 'info', text: sv.notAsked }
  return own.state === 'turn' ? null : { tone: 'info', text: sv.notYet }
}

async function stepUpFor(actorId: string): Promise<StepUp> {
  const authentication = await currentAuthentication()
  const env = readEnv()
  if (authentication?.method === 'demo' || (!authentication && env.demo && !env.OIDC_ISSUER))
    return { provider: 'demo', login: await loadLogin(services().db, actorId) }
  return { provider: 'oidc', acr: env.OIDC_STEP_UP_ACR ?? null }
}

export default async function SignPage({ params, searchParams }: Props) {
  const { roundId } = await params
  const actor = await requireActor(`/underskrifter/${roundId}`)
  const { report, round } = await readRound(services(), actor, roundId).catch(error => {
    if (error instanceof NotFoundError) notFound()
    throw error
  })
  const own = round.signers.find(({ userId }) => userId === actor.id)
  const answer = whyNot(round, own)
  const env = readEnv()
  const rule = { acr: env.OIDC_STEP_UP_ACR ?? null, since: round.startedAt, now: new Date() }
  const ready = !answer && (await isStepUp(services().db, actor.id, await currentAuthentication(), rule))
  return (
    <PageBody>
      <PageHeader
        title={answer ? sv.titleOfOther(report.title) : sv.titleOf(report.title)}
        description={[
          words.version(round.version, report.diaryNumber),
          own && sv.as(own.capacity, round.state === 'open' ? own.state : 'over'),
        ]
          .filter(Boolean)
          .join('. ')}
        actions={
          <>
            <ButtonLink href="/underskrifter" icon={<ArrowLeft aria-hidden />}>
              {sv.back}
            </ButtonLink>
            <ButtonLink href={`/rapporter/${report.id}/underskrift`}>{sv.toReport}</ButtonLink>
          </>
        }
      />
      <Outcome of={`${own?.state} ${round.state}`} className="flex flex-col gap-8">
        {answer && (
          <div {...OUTCOME}>
            <Notice tone={answer.tone} title={answer.text}>
              {own?.state === 'signed' && (
                <>
                  <p>{sv.signedText}</p>
                  <p className="mt-2">
                    <a href={`/api/signing/${roundId}/file`} className={buttonStyle('secondary', 'sm')}>
                      {sv.download}
                    </a>
                  </p>
                </>
              )}
            </Notice>
          </div>
        )}
        {round.reason && (
          <p className="max-w-prose">
            <span className="font-semibold">{sv.reason}</span> {round.reason}
          </p>
        )}
        {round.message && (
          <p className="max-w-prose">
            <span className="font-semibold">{sv.message}</span> {round.message}
          </p>
        )}
        {!answer && <KeyNotice fault={await services().signing.keyFault()} />}
        {!answer && <DocumentView roundId={roundId} sha256={round.file.sha256} />}
        {!answer && (
          <SignPanel
            roundId={roundId}
            sha256={round.file.sha256}
            stepUp={await stepUpFor(actor.id)}
            ready={ready}
            questions={ready ? await readKeyQuestions(services()) : []}
            returned={(await searchParams).inloggad === '1'}
            testKey={services().signing.provider?.test ?? false}
          />
        )}
        <section aria-labelledby="vilka" className="flex flex-col gap-3">
          <h2 id="vilka" className="text-xl font-semibold">
            {sv.others}
          </h2>
          <SignerTable round={round} />
        </section>
      </Outcome>
    </PageBody>
  )
}
