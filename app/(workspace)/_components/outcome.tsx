'use client'

import { type ReactNode, useEffect, useRef } from 'react'

export interface OutcomeProps {
  /** What the content depends on; when it changes, somebody's deed has replaced the content. */
  of: string
  className?: string
  children: ReactNode
}

/**
 * Holds what a deed on the page may replace, with the button that did it. Then the focus goes to what is marked with
 * {@link OUTCOME}, so that who does not see the page hears how it went and goes on from there.
 */
export function Outcome({ of, className, children }: OutcomeProps) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(of)
  useEffect(() => {
    if (before.current === of) return
    before.current = of
    place.current?.querySelector<HTMLElement>('[data-outcome]')?.focus()
  }, [of])
  return (
    <div ref={place} className={className}>
      {children}
    </div>
  )
}
