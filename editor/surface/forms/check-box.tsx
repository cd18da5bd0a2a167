export interface CheckBoxProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

export function CheckBox({ label, checked, onChange }: CheckBoxProps) {
  return (
    <label className="flex min-h-8 items-start gap-2.5 py-1">
      <input
        type="checkbox"
        checked={checked}
        onChange={event => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  )
}
