import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type Tone, toneStyle } from './tone.ts'

/** A short fact beside a name: "PSL 3:10", "valfritt". */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center rounded px-1.5 py-0.5 text-xs font-medium whitespace-nowrap',
        toneStyle[tone],
      )}
    >
      {children}
    </span>
  )
}
