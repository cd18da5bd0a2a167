'use client'

import './surface.css'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { ReportPage } from '../core/report-page.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { Form, Message } from './block-view.ts'
import { useCommentsInText } from './comments/use-comments-in-text.ts'
import { createSurface } from './create-surface.ts'
import { useOpenPassports } from './passport/use-open-passports.ts'
import { type OwnForm, SurfaceContext, useStore } from './surface-context.ts'
import { KEYS_ID } from './text/places.ts'
import { sv as textWords } from './text/sv.ts'
import { useLeaveWarning } from './use-leave-warning.ts'

export interface SurfaceFrameProps {
  page: ReportPage
  ownForm?: OwnForm | null
  /** Shows a passing message; the surface says what it must say on the page itself. */
  notify: (message: Message) => void
  children: ReactNode
}

/** An open report, and what all ways of showing it share: its connection, its forms, what is read out. */
export function SurfaceFrame({ page, ownForm = null, notify, children }: SurfaceFrameProps) {
  const [form, setForm] = useState<Form | null>(null)
  const notifyNow = useRef(notify)
  notifyNow.current = notify
  const [surface] = useState(() =>
    createSurface(page, { openForm: setForm, notify: message => notifyNow.current(message) }, ownForm),
  )
  useEffect(() => surface.start(), [surface])
  useLeaveWarning(surface.connection, surface.drafts)
  const spoken = useStore(surface.spoken)
  const quiet = useStore(surface.quiet)
  const closeForm = useCallback(() => setForm(null), [])
  const frame = useRef<HTMLDivElement>(null)
  useCommentsInText(frame, surface.comments)
  useOpenPassports(frame, surface.tools.showPassport)
  const backToText = useCallback(() => surface.active.getSnapshot()?.editor.view.focus(), [surface])

  return (
    <SurfaceContext value={surface}>
      <div ref={frame} className="report-surface" data-quiet={quiet || undefined}>
        <p id={KEYS_ID} className="sr-only">
          {textWords.keys}
        </p>
        {children}
        <p aria-live="polite" className="sr-only">
          {spoken}
        </p>
        <Dialog
          title={form?.title ?? ''}
          description={form?.description}
          size={form?.size}
          open={form !== null}
          onOpenChange={open => open || closeForm()}
          onClosed={backToText}
        >
          {form?.render(closeForm)}
        </Dialog>
      </div>
    </SurfaceContext>
  )
}
