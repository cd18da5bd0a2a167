import { CircleCheck, CircleSlash, Clock, FileDown, PenLine, ShieldCheck, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Status } from '#app/ui/status.tsx'
import { formatDate, formatInstant } from '#editor/core/format-date.ts'
import { buttonStyle } from '#editor/ui/button-style.ts'
import type { Tone } from '#editor/ui/tone.ts'
import type { RoundView } from '#server/signing/rounds/read-rounds.ts'
import { OUTCOME } from '../../../../_components/outcome-mark.ts'
import { ReasonButton } from '../../../../_components/reason-button.tsx'
import { withdrawAction } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { RemindButton } from './remind-button.tsx'
import { SignerTable } from './signer-table.tsx'

const sv = words.round

const SIGNS: Record<RoundView['state'], { icon: ReactNode; tone: Tone }> = {
  open: { icon: <Clock />, tone: 'warn' },
  signed: { icon: <CircleCheck />, tone: 'good' },
  refused: { icon: <CircleSlash />, tone: 'bad' },
  withdrawn: { icon: <Undo2 />, tone: 'neutral' },
}

export interface RoundCardProps {
  reportId: string
  round: RoundView
  actorId: string
  mayCirculate: boolean
  mayArchive: boolean
  mailIsSetUp: boolean
}

/** One round: how far it has come, its file, and what can be done with it. */
export function RoundCard({ reportId, round, actorId, mayCirculate, mayArchive, mailIsSetUp }: RoundCardProps) {
  const isOpen = round.state === 'open'
  const myTurn = round.signers.some(({ userId, state }) => userId === actorId && state === 'turn')
  const heading = `omgang-${round.id}`
  return (
    <section
      aria-labelledby={heading}
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 sm:p-6"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id={heading} {...OUTCOME} className="text-xl font-semibold focus-visible:outline-none">
          {sv.title(round.version)}
        </h2>
        <Status {...SIGNS[round.state]}>{sv.states[round.state]}</Status>
      </div>
      <p className="text-muted">
        {[
          sv.started(round.startedBy, formatInstant(round.startedAt.toISOString())),
          sv.order[round.order],
          ...(round.deadline ? [sv.deadline(formatDate(round.deadline))] : []),
        ].join(' ')}
      </p>
      {round.message && (
        <p className="max-w-prose">
          <span className="font-semibold">{sv.message}</span> {round.message}
        </p>
      )}
      {round.reason && (
        <p className="max-w-prose">
          <span className="font-semibold">{sv.reason}</span> {round.reason}
        </p>
      )}
      <SignerTable round={round} />
      <p className="text-sm text-muted">{sv.code(round.code)}</p>
      <div className="flex flex-wrap gap-3">
        {myTurn && (
          <ButtonLink href={`/underskrifter/${round.id}`} variant="primary" icon={<PenLine aria-hidden />}>
            {sv.sign}
          </ButtonLink>
        )}
        <a href={`/api/signing/${round.id}/file`} className={buttonStyle('secondary', 'md')}>
          <FileDown aria-hidden />
          {sv.file(round.file.revision)}
        </a>
        {mayArchive && (
          <a href={`/api/signing/${round.id}/evidence`} className={buttonStyle('secondary', 'md')}>
            <FileDown aria-hidden />
            {sv.evidence}
          </a>
        )}
        {round.state === 'signed' && (
          <ButtonLink href={`/verifiera/${round.code}`} icon={<ShieldCheck aria-hidden />}>
            {sv.verify}
          </ButtonLink>
        )}
        {isOpen && mayCirculate && mailIsSetUp && <RemindButton reportId={reportId} roundId={round.id} />}
        {isOpen && mayCirculate && (
          <ReasonButton
            text={sv.withdraw}
            title={sv.withdrawTitle}
            description={sv.withdrawText}
            danger
            words={words.reason}
            run={withdrawAction.bind(null, reportId, round.id)}
          />
        )}
      </div>
    </section>
  )
}
