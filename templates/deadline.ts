import type { Template } from './template.ts'

/**
 * Last day by law for a report that accounts for `year`.
 * @returns ISO date; null where no law sets one
 */
export function legalDeadline({ deadline }: Pick<Template, 'deadline'>, year: number): string | null {
  if (!deadline) return null
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${year + deadline.yearsAfter}-${two(deadline.month)}-${two(deadline.day)}`
}
