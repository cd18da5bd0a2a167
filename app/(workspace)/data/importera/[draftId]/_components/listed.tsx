import { type ReactNode, useId } from 'react'
import { sv } from '../sv.ts'

export interface ListedProps {
  title: string
  text?: string
  /** How many of `all` follow. */
  shown: number
  all: number
  children: ReactNode
}

/** A part of the preview with its heading; nothing where there is nothing to list. */
export function Listed({ title, text, shown, all, children }: ListedProps) {
  const id = useId()
  if (all === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl font-semibold">
        {title}
      </h2>
      {text && <p className="mt-1 max-w-prose text-muted">{text}</p>}
      {shown < all && <p className="mt-1 text-muted">{sv.firstOf(shown, all)}</p>}
      <div className="mt-3">{children}</div>
    </section>
  )
}
