import { useCallback } from 'react'
import { formatDate } from '../../core/format-date.ts'
import { errorMessage, type ReportApi, type ReportChange } from '../report-api.ts'
import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'

/** How many places name another year than the report's now; 0 where there is no contact to ask, or no need. */
async function staleYears(api: ReportApi, { year }: ReportChange): Promise<number> {
  if (year === undefined) return 0
  const findings = await api.checks().catch(() => [])
  return findings.filter(({ rule }) => rule === 'stale-year').length
}

/**
 * Changes what the report is called; then says what followed from it, and offers to take it back.
 * @returns rejects with what the server refused
 */
export function useChangeReport(): (change: ReportChange) => Promise<void> {
  const { structure, tools, spoken } = useSurface()
  return useCallback(
    async change => {
      const { before, deadline } = await structure.changeReport(change)
      const moved = change.deadline === undefined && deadline !== before.deadline
      const undone: ReportChange = {
        ...(change.title !== undefined && { title: before.title }),
        ...(change.year !== undefined && { year: before.year }),
        ...(change.diaryNumber !== undefined && { diaryNumber: before.diaryNumber }),
        ...((change.deadline !== undefined || moved) && { deadline: before.deadline }),
      }
      void staleYears(tools.api, change).then(stale => {
        const text = [moved && deadline && sv.deadlineMoved(formatDate(deadline)), stale > 0 && sv.stale(stale)]
        tools.notify({
          title: sv.saved,
          text: text.filter(Boolean).join(' '),
          tone: stale > 0 ? 'warn' : 'good',
          action: {
            label: sv.undo,
            run: () => void structure.changeReport(undone).catch(failure => spoken.set(errorMessage(failure))),
          },
        })
      })
    },
    [structure, tools, spoken],
  )
}
