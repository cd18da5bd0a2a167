'use client'

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'

interface ScrollSidewaysProps {
  label: string
  className?: string
  children: ReactNode
}

/**
 * Holds what may be wider than its place. Only then does it take the focus, so that the arrow keys can move it (WCAG
 * 2.1.1), and says what it is.
 */
export function ScrollSideways({ label, className, children }: ScrollSidewaysProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(false)
  useLayoutEffect(() => {
    const element = place.current
    const content = element?.firstElementChild
    if (!element || !content) return
    const measure = (): void => setWide(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(content)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={place}
      // Positioned: what is for screen readers only stands where it stands, and would widen the page from outside.
      className={classNames('relative overflow-x-auto print:overflow-visible', className)}
      {...(isWide && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      {children}
    </div>
  )
}
