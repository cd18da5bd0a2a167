import { useMemo } from 'react'
import type { ReportStructure } from '../../core/report-page.ts'
import type { Owners } from './owner-field.tsx'

/** Who can own a section; the same object while they are the same, so that no section is drawn again. */
export function useOwners({ people, roles }: ReportStructure): Owners {
  const lists = JSON.stringify({ people, roles })
  return useMemo(() => JSON.parse(lists) as Owners, [lists])
}
