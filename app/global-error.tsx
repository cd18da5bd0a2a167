'use client'

import './globals.css'
import { sv } from './sv.ts'
import { ErrorPage } from './ui/error-page.tsx'

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="sv">
      <body>
        <title>{`${sv.error.title} – ${sv.product}`}</title>
        <ErrorPage digest={error.digest} retry={retry} />
      </body>
    </html>
  )
}
