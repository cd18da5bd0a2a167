import { useEffect, useState } from 'react'
import type { Findings } from '../checks/use-findings.ts'
import { type ExportWish, errorMessage, type ReportApi } from '../report-api.ts'

/** What the wished file cannot show as it looks in the editor. */
export function usePreflight(api: ReportApi, { format, audience }: Pick<ExportWish, 'format' | 'audience'>): Findings {
  const [findings, setFindings] = useState<Findings>(null)
  useEffect(() => {
    let current = true
    setFindings({ running: true })
    api.preflight({ format, audience }).then(
      found => current && setFindings({ found }),
      (error: unknown) => current && setFindings({ error: errorMessage(error) }),
    )
    return () => {
      current = false
    }
  }, [api, format, audience])
  return findings
}
