import type { Display } from '../../core/data-block/figure-cell.ts'
import { SelectField } from './select-field.tsx'
import { sv } from './sv.ts'

const DISPLAYS: [NonNullable<Display> | '', string][] = [
  ['', sv.asStored],
  ['kr', 'kr'],
  ['tkr', 'tkr'],
  ['mnkr', 'mnkr'],
]

/** The unit that amounts are shown in. What is stored stays as it is. */
export function DisplayField({ value, onChange }: { value: Display; onChange: (display: Display) => void }) {
  return (
    <SelectField label={sv.display} value={value ?? ''} onChange={unit => onChange(unit || null)} options={DISPLAYS} />
  )
}
