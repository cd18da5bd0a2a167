import { periodName } from '../../core/period.ts'
import { SelectField } from './select-field.tsx'
import { sv } from './sv.ts'

const month = (index: number): string => String(index + 1).padStart(2, '0')
const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
const months = Array.from({ length: 12 }, (_, index) => month(index))

const GROUPS: [string, string[]][] = [
  [sv.partGroups.upTo, months.slice(1, 11).map(last => `01..${last}`)],
  [sv.partGroups.halves, numbered('H', 2)],
  [sv.partGroups.thirds, numbered('T', 3)],
  [sv.partGroups.quarters, numbered('K', 4)],
  [sv.partGroups.months, months],
]

/** Any year does: its number is cut off again. */
const YEAR = '2000'
const partName = (part: string): string => {
  const name = periodName(`${YEAR}-${part}`).slice(0, -YEAR.length).trim()
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Which part of the year a block accounts for; null is the whole. */
export function PartField({ value, onChange }: { value: string | null; onChange: (part: string | null) => void }) {
  return (
    <SelectField
      label={sv.part}
      value={value ?? ''}
      onChange={part => onChange(part || null)}
      options={[['', sv.wholeYear]]}
    >
      {GROUPS.map(([label, parts]) => (
        <optgroup key={label} label={label}>
          {parts.map(part => (
            <option key={part} value={part}>
              {partName(part)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
