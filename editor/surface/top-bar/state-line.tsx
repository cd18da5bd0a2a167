import { BookOpen, CloudAlert, CloudCheck, CloudOff, CloudUpload, Lock, type LucideIcon, RefreshCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { SaveState } from '../collab/save-state.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { useLasting } from '../use-lasting.ts'
import { OFFLINE_MS } from './banners.tsx'
import { sv } from './sv.ts'
import { useSaveState } from './use-save-state.ts'

const LOOKS: Record<SaveState, { icon: LucideIcon; tone: string }> = {
  saved: { icon: CloudCheck, tone: 'text-good' },
  saving: { icon: CloudUpload, tone: 'text-muted' },
  stalled: { icon: CloudAlert, tone: 'text-warn' },
  offline: { icon: CloudOff, tone: 'text-warn' },
  'no-rights': { icon: BookOpen, tone: 'text-muted' },
  'new-version': { icon: RefreshCw, tone: 'text-bad' },
  locked: { icon: Lock, tone: 'text-ink' },
}

/** Losing and regaining contact is read out; the step between "Sparar" and "Sparat" at every word is not. */
function useSpokenState(state: SaveState): void {
  const { spoken, structure } = useSurface()
  const write = useStore(structure, ({ structure: { may } }) => may.write)
  const offline = useLasting(state === 'offline', OFFLINE_MS)
  const wasOffline = useRef(false)
  useEffect(() => {
    if (offline) spoken.set(write ? sv.offlineText : sv.offlineReading)
    else if (wasOffline.current) spoken.set(sv.backOnline)
    wasOffline.current = offline
  }, [offline, spoken, write])
}

/** Whether what is written is saved, in a few words. */
export function StateLine() {
  const state = useSaveState()
  const { connection } = useSurface()
  // Only what is shown: the number moves with every key.
  const waiting = useStore(connection, facts => (facts.lost ? facts.waiting : 0))
  const onlyHere = useStore(connection, facts => facts.unsaved && facts.copy === 'failed')
  useSpokenState(state)
  const { icon: Icon, tone } = LOOKS[state]
  return (
    <>
      <p
        role="status"
        aria-live="off"
        data-state={state}
        title={sv.stateTitle[state]}
        className={classNames('inline-flex min-w-20 items-center gap-1.5 text-sm font-medium whitespace-nowrap', tone)}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {sv.state[state](waiting)}
        {onlyHere && `, ${sv.thisTabOnly}`}
      </p>
      {state === 'new-version' && (
        <Button size="sm" onClick={() => window.location.reload()}>
          {sv.reload}
        </Button>
      )}
    </>
  )
}
