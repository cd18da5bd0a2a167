'use client'

import { ErrorPage } from './ui/error-page.tsx'

export default function WorkspaceError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <ErrorPage digest={error.digest} retry={retry} />
}
