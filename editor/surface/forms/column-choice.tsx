import { CheckBox } from './check-box.tsx'

export interface ColumnChoiceProps<T extends string> {
  legend: string
  keys: readonly T[]
  names: Record<T, string>
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}

/** Which columns a table has. They stand in their own order, however they are chosen. */
export function ColumnChoice<T extends string>({ legend, keys, names, chosen, onChange }: ColumnChoiceProps<T>) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {keys.map(key => (
          <CheckBox
            key={key}
            label={names[key]}
            checked={chosen.includes(key)}
            onChange={checked => onChange(keys.filter(one => (one === key ? checked : chosen.includes(one))))}
          />
        ))}
      </div>
    </fieldset>
  )
}
