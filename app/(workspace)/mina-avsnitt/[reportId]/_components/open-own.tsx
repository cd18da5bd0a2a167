'use client'

import { useToast } from '#app/ui/toast.tsx'
import type { LastPeriod } from '#editor/core/last-period.ts'
import type { ReportPage } from '#editor/core/report-page.ts'
import { OwnSurface } from '#editor/surface/own/own-surface.tsx'

export interface OpenOwnProps {
  page: ReportPage
  last: LastPeriod | null
  signInHref: string
}

/** Lends the form what only the app has. */
export function OpenOwn(props: OpenOwnProps) {
  return <OwnSurface {...props} backHref="/mina-avsnitt" notify={useToast()} />
}
