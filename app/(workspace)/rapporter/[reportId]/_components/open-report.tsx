'use client'

import { useToast } from '#app/ui/toast.tsx'
import type { ReportPage } from '#editor/core/report-page.ts'
import { ReportSurface } from '#editor/surface/report-surface.tsx'

/** Lends the surface what only the app has. */
export function OpenReport({ page, signInHref }: { page: ReportPage; signInHref: string }) {
  return <ReportSurface page={page} signInHref={signInHref} notify={useToast()} />
}
