import type { ReactNode } from 'react'
import { classNames } from '#editor/ui/class-names.ts'

/** The column that a page of lists or forms stands in. */
export function PageBody({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <div className={classNames('mx-auto px-4 py-8 sm:px-6 sm:py-10 print:p-0', narrow ? 'max-w-3xl' : 'max-w-7xl')}>
      {children}
    </div>
  )
}
