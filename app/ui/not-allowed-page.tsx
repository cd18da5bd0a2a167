import type { ReactNode } from 'react'
import { Notice } from '#editor/ui/notice.tsx'
import { PageBody } from './page-body.tsx'

/** A page for whoever may not do what it is for: its heading, and why there is nothing more. */
export function NotAllowedPage({ header, title, children }: { header: ReactNode; title: string; children: ReactNode }) {
  return (
    <PageBody>
      {header}
      <Notice tone="warn" title={title}>
        {children}
      </Notice>
    </PageBody>
  )
}
