'use client'

import { CloudAlert } from 'lucide-react'
import { Button } from '#editor/ui/button.tsx'
import { sv } from '../sv.ts'
import { ButtonLink } from './button-link.tsx'
import { PlainPage } from './plain-page.tsx'

/** @param digest the reference under which the server logged the error */
export function ErrorPage({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  return (
    <PlainPage icon={<CloudAlert />} title={sv.error.title}>
      <p>{sv.error.text}</p>
      {digest && (
        <p className="text-sm text-muted">
          {sv.error.reference} <code className="text-ink">{digest}</code>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={retry}>
          {sv.error.retry}
        </Button>
        <ButtonLink href="/">{sv.error.home}</ButtonLink>
      </div>
    </PlainPage>
  )
}
