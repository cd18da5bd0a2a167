import { BookOpen, CloudAlert, CloudCheck, CloudOff, CloudUpload, Lock, type LucideIcon, Plug } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names.ts'
import type { SaveState } from '../collab/save-state.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { useLasting } from '../use-lasting.ts'
import { OFFLINE_MS } from './banners.tsx'
import { sv } from './sv.ts'
import { useSaveState } from './use-save-state.ts'

type PlainState = keyof typeof sv.state

const LOOKS: Record<PlainState, { icon: LucideIcon; tone: string }> = {
  connecting: { icon: Plug, tone: 'text-muted' },
  saved: { icon: CloudCheck, tone: 'text-good' },
  saving: { icon: CloudUpload, tone: 'text-muted' },
  offline: { icon: CloudOff, tone: 'text-warn' },
  locked: { icon: Lock, tone: 'text-ink' },
  'read-only': { icon: BookOpen, tone: 'text-muted' },
}

const isPlain = (state: SaveState): state is PlainState => state in LOOKS

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

/** Whether what is written is saved, in one or two words. */
export function StateLine() {
  const state = useSaveState()
  useSpokenState(state)
  const { icon: Icon, tone } = isPlain(state) ? LOOKS[state] : { icon: CloudAlert, tone: 'text-bad' }
  return (
    <p
      role="status"
      aria-live="off"
      data-state={state}
      className={classNames('inline-flex min-w-20 items-center gap-1.5 text-sm font-medium whitespace-nowrap', tone)}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {isPlain(state) ? sv.state[state] : sv.refusedState}
    </p>
  )
}
