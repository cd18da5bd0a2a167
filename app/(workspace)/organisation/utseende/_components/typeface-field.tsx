import { cssFamily, TYPEFACE_KEYS, type Typeface } from '#editor/core/typefaces.ts'
import { sv } from '../sv.ts'

interface TypefaceFieldProps {
  value: Typeface
  onChange: (typeface: Typeface) => void
}

/** Which face the documents are set in, each shown in its own letters. */
export const TypefaceField = ({ value, onChange }: TypefaceFieldProps) => (
  <fieldset>
    <legend className="mb-1.5 font-semibold">{sv.typeface}</legend>
    <div className="grid gap-2">
      {TYPEFACE_KEYS.map(key => (
        <label
          key={key}
          className="flex cursor-pointer gap-3 rounded-md border border-control bg-surface px-3 py-2.5 hover:bg-accent-soft/40 has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)]"
        >
          <input
            type="radio"
            name="typeface"
            value={key}
            checked={value === key}
            onChange={() => onChange(key)}
            aria-label={sv.typefaces[key].name}
            aria-describedby={`typsnitt-${key}`}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span>
            <span className="block text-lg leading-snug font-semibold" style={{ fontFamily: cssFamily(key) }}>
              {sv.typefaces[key].name}
            </span>
            <span aria-hidden className="block" style={{ fontFamily: cssFamily(key) }}>
              {sv.typefaceSample}
            </span>
            <span id={`typsnitt-${key}`} className="block text-sm text-muted">
              {sv.typefaces[key].hint}
            </span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)
