import { formatInstant } from '../../core/format-date.ts'
import { Button } from '../../ui/button.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { Notice } from '../../ui/notice.tsx'
import type { RefusalReason } from '../collab/save-state.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { useLasting } from '../use-lasting.ts'
import { sv } from './sv.ts'
import { useSaveState } from './use-save-state.ts'

/** A server that restarts is back sooner; the text would only jump under the hands of who writes it. */
export const OFFLINE_MS = 3000

/** Refusals that a new page helps against, and a new connection does not. */
const RELOAD: readonly RefusalReason[] = ['old-editor', 'newer-document', 'malformed']

export interface BannersProps {
  /** Where a person whose session has ended signs in. */
  signInHref: string
}

/** What everybody on the page must know before anything else: locked, no contact, shut out. */
export function Banners({ signInHref }: BannersProps) {
  const { connection, structure } = useSurface()
  const state = useSaveState()
  const refusal = useStore(connection, facts => facts.refusal)
  const unsaved = useStore(connection, facts => facts.unsaved && facts.refusal !== null)
  const onlyHere = useStore(connection, facts => facts.copy === 'failed')
  const offline = useLasting(state === 'offline' && !refusal, OFFLINE_MS)
  const { report, may } = useStore(structure, ({ structure: value }) => value)
  return (
    <div className="report-banners flex flex-col gap-3 not-empty:mb-4">
      {report.lockedAt && (
        <Notice tone="info">{sv.locked(formatInstant(report.lockedAt), report.lockedBy ?? '')}</Notice>
      )}
      {offline && (
        <Notice tone="warn">{!may.write ? sv.offlineReading : onlyHere ? sv.offlineHere : sv.offlineText}</Notice>
      )}
      {refusal && (
        <Notice tone="bad" alert title={sv.refused[refusal].title}>
          <p>{sv.refused[refusal].text}</p>
          {unsaved && <p>{onlyHere ? sv.unsavedHere : sv.unsavedKept}</p>}
          <p className="mt-2 flex flex-wrap gap-2">
            {refusal === 'signed-out' && (
              <a href={signInHref} target="_blank" rel="noreferrer" className={buttonStyle('secondary', 'sm')}>
                {sv.signIn}
              </a>
            )}
            {RELOAD.includes(refusal) ? (
              <Button size="sm" onClick={() => window.location.reload()}>
                {sv.reload}
              </Button>
            ) : (
              <Button size="sm" onClick={() => connection.retry()}>
                {sv.reconnect}
              </Button>
            )}
          </p>
        </Notice>
      )}
    </div>
  )
}
