'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { sv } from './sv.ts'

export interface SidePanelProps {
  title: string
  /** Null where the panel must not be closed by the way. */
  onClose: (() => void) | null
  /** Where the focus goes when it closes, instead of back; null where there is no such place. */
  leaveTo?: () => HTMLElement | null
  /** Whether it takes the focus when it opens, and gives it back: not where it comes by itself while somebody writes. */
  takesFocus?: boolean
  children: ReactNode
}

/** Stands beside the text, which stays usable: what it says is dealt with there. */
export function SidePanel({ title, onClose, leaveTo, takesFocus = true, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const leave = useRef(leaveTo)
  leave.current = leaveTo
  const before = useRef<Element | null>(null)
  // Before the effects of what is in it, which may take the focus to a field.
  useLayoutEffect(() => {
    if (!takesFocus) return
    before.current = document.activeElement
    heading.current?.focus()
  }, [takesFocus])
  useEffect(() => {
    return () => {
      const place = leave.current?.() ?? before.current
      if (place instanceof HTMLElement && place.isConnected) place.focus()
    }
  }, [])
  return (
    <aside
      aria-labelledby={id}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose?.()
      }}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!takesFocus && !currentTarget.contains(relatedTarget)) before.current = relatedTarget
      }}
      className="report-panel scroll-pt-16 overflow-y-auto bg-surface p-5 print:hidden"
    >
      {/* What closes it stays in sight however long the panel is; a title without it may be of several lines. */}
      <div
        className={classNames(
          'mb-1 flex items-start justify-between gap-3 pb-2',
          onClose && 'sticky -top-5 z-10 -mx-5 -mt-5 bg-surface px-5 pt-5',
        )}
      >
        <h2 id={id} ref={heading} tabIndex={-1} className="text-lg font-semibold focus-visible:outline-none">
          {title}
        </h2>
        {onClose && <IconButton size="sm" label={sv.close} icon={<X aria-hidden />} onClick={onClose} />}
      </div>
      {children}
    </aside>
  )
}
