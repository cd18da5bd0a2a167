import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon: ReactNode
  title: string
  /** What belongs here and how to get it. */
  children: ReactNode
  action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-dashed border-control bg-surface px-6 py-14 text-center">
      <span aria-hidden className="rounded-full bg-accent-soft p-3 text-accent [&_svg]:size-7">
        {icon}
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="max-w-prose text-muted">{children}</div>
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
