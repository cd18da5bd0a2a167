import type { ReactNode } from 'react'
import { sv } from '../sv.ts'

/** What came or went: `ins` and `del`, a line under or through it, and a word for those who hear it. */
export function Changed({
  change,
  block = false,
  children,
}: {
  change: 'added' | 'removed'
  block?: boolean
  children: ReactNode
}) {
  const Mark = change === 'added' ? 'ins' : 'del'
  const word = change === 'added' ? sv.diff.added : sv.diff.removed
  return (
    <Mark className={block ? 'diff-block' : undefined}>
      <span className="sr-only">{`${word} `}</span>
      {children}
    </Mark>
  )
}
