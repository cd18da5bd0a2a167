import type { PlannedRow } from './_components/signer-row.tsx'
import { sv as words } from './sv.ts'

const sv = words.start.faults

export interface SignerFaults {
  capacity: string | null
  person: string | null
}

/** What is to be put right in each row, in their order: nobody chosen, somebody twice, or not as what. */
export const signerFaults = (rows: Pick<PlannedRow, 'capacity' | 'userId'>[]): SignerFaults[] =>
  rows.map(({ capacity, userId }, index) => ({
    capacity: capacity.trim() ? null : sv.capacity,
    person: !userId ? sv.person : rows.slice(0, index).some(row => row.userId === userId) ? sv.twice : null,
  }))
