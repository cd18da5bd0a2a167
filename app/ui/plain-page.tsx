import type { ReactNode } from 'react'

/** A page that says one thing, outside the workspace. */
export function PlainPage({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-lg flex-col items-start justify-center gap-4 px-6 py-12">
      <span aria-hidden className="rounded-full bg-accent-soft p-3 text-accent [&_svg]:size-7">
        {icon}
      </span>
      <h1 className="text-2xl font-semibold">{title}</h1>
      {children}
    </main>
  )
}
