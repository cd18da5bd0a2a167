import { SPREADS, type Spread } from '../../blocks/indicator-table/query.ts'
import { SelectField } from './select-field.tsx'
import { sv } from './sv.ts'

const NAMES: Record<Spread, string> = {
  '1': sv.spreads.year,
  '2': sv.spreads.years(2),
  '3': sv.spreads.years(3),
  '4': sv.spreads.years(4),
  months: sv.spreads.months,
}

/** How far back results go. */
export function SpreadField({ value, onChange }: { value: Spread; onChange: (spread: Spread) => void }) {
  return (
    <SelectField
      label={sv.spread}
      value={value}
      onChange={onChange}
      options={SPREADS.map(spread => [spread, NAMES[spread]] as const)}
    />
  )
}
