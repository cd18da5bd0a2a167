import type { ReactNode } from 'react'
import { classNames } from '#editor/ui/class-names.ts'
import { type Tone, toneStyle } from '#editor/ui/tone.ts'

export interface StatusProps {
  tone?: Tone
  /** A symbol of its own for every status, so that nothing hangs on the colour. */
  icon: ReactNode
  /** The word. */
  children: ReactNode
}

export function Status({ tone = 'neutral', icon, children }: StatusProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap print:p-0 [&_svg]:size-3.5 [&_svg]:shrink-0',
        toneStyle[tone],
      )}
    >
      <span aria-hidden className="contents">
        {icon}
      </span>
      {children}
    </span>
  )
}
