import { useCallback, useState } from 'react'
import { errorMessage, type Finding, type ReportApi } from '../report-api.ts'

export type Findings = { running: true } | { error: string } | { found: Finding[] } | null

/** The server's check of the report as it is saved now; null until it is asked for. */
export function useFindings(api: Pick<ReportApi, 'checks'>): [findings: Findings, run: () => void, forget: () => void] {
  const [findings, setFindings] = useState<Findings>(null)
  const run = useCallback(() => {
    setFindings({ running: true })
    api.checks().then(
      found => setFindings({ found }),
      (error: unknown) => setFindings({ error: errorMessage(error) }),
    )
  }, [api])
  const forget = useCallback(() => setFindings(null), [])
  return [findings, run, forget]
}
