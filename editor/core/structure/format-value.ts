import { formatDate } from '../format-date.ts'
import { formatNumber } from '../format-number.ts'
import type { Field } from './field.ts'

const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')

/** "2023-11" → "november 2023", "2023-K2" → "kvartal 2 2023", "2024-01-01/2024-08-31" → "1 januari–31 augusti 2024". */
export function formatPeriod(period: string): string {
  const [start, end] = period.split('/')
  if (start && end) {
    const [from, to] = [formatDate(start), formatDate(end)]
    const year = ` ${start.slice(0, 4)}`
    return to.endsWith(year) && from.endsWith(year) ? `${from.slice(0, -year.length)}–${to}` : `${from}–${to}`
  }
  const [year = '', part] = period.split('-')
  if (!part) return year
  if (part.startsWith('K')) return `kvartal ${part.slice(1)} ${year}`
  if (part.startsWith('H')) return `halvår ${part.slice(1)} ${year}`
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`
}

function formatAmount(value: string, decimals: number | undefined, unit: string | undefined): string {
  const shown = formatNumber(value, decimals ?? value.split('.')[1]?.length ?? 0)
  return unit ? `${shown}\u00a0${unit}` : shown
}

/**
 * A field's value in words, the same on screen and in print.
 * @param withUnit false in a column whose head names the unit
 * @param reportTitles titles of reports that fields refer to, by id
 */
export function formatValue(
  field: Field,
  value: string,
  { withUnit = true, reportTitles = {} }: { withUnit?: boolean; reportTitles?: Readonly<Record<string, string>> } = {},
): string {
  switch (field.type) {
    case 'number':
      return formatAmount(value, field.decimals, withUnit ? field.unit : undefined)
    case 'computed': {
      const unit = field.unit ?? (field.compute.by === 'share' ? '%' : undefined)
      const decimals = field.decimals ?? (field.compute.by === 'share' ? 1 : undefined)
      return formatAmount(value, decimals, withUnit ? unit : undefined)
    }
    case 'date':
      return formatDate(value)
    case 'period':
      return formatPeriod(value)
    case 'choice':
      return field.options.find(option => option.key === value)?.label ?? value
    case 'report':
      return reportTitles[value] ?? value
    default:
      return value
  }
}
