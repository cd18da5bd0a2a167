import type { Values } from './field.ts'

/** Status of an åtgärd that nothing more is to come of: done, or given up. */
export const CLOSED_STATUSES: readonly string[] = ['klar', 'avbruten']

/** Whether nothing more is to come of an åtgärd. */
export const isClosed = ({ status }: Values): boolean => CLOSED_STATUSES.includes(status ?? '')
