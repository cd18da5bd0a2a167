import { MessageSquare } from 'lucide-react'
import { useStore, useSurface } from '../surface-context.ts'
import { openThreads } from './comment-store.ts'
import { sv } from './sv.ts'

/** How many open threads a section has; nothing where it has none. */
export function CommentCount({ sectionId }: { sectionId: string }) {
  const { comments } = useSurface()
  const count = useStore(comments, state => openThreads(state).filter(thread => thread.sectionId === sectionId).length)
  if (count === 0) return null
  return (
    <span className="ml-1 inline-flex items-center gap-0.5 align-[-0.125em] text-xs text-muted tabular-nums">
      <MessageSquare aria-hidden className="size-3.5" />
      <span aria-hidden>{count}</span>
      <span className="sr-only">, {sv.openIn(count)}</span>
    </span>
  )
}

/** How many open threads the report has. */
export const useOpenComments = (): number => {
  const { comments } = useSurface()
  return useStore(comments, state => openThreads(state).length)
}
