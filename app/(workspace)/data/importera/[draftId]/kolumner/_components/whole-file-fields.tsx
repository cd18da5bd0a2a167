import type { Pointing } from '#server/indicators/layout/pointing.ts'
import type { PointedColumn } from '#server/indicators/point-out.ts'
import { TextField } from '../../../../../../ui/text-field.tsx'
import { sv as all } from '../sv.ts'
import { valueColumns } from './measure-fields.tsx'

const sv = all.whole

export interface WholeFileFieldsProps {
  columns: PointedColumn[]
  pointing: Pointing
  onChange: (change: Partial<Pointing>) => void
}

/** What the file does not say of itself. */
export function WholeFileFields({ columns, pointing, onChange }: WholeFileFieldsProps) {
  const has = (role: string): boolean => pointing.columns.some(column => column.role === role)
  const isUndated = valueColumns(pointing).some(
    ({ index }) => columns.find(column => column.index === index)?.period === null,
  )
  return (
    <section aria-labelledby="hela-filen" className="rounded-xl border border-line bg-surface p-5">
      <h2 id="hela-filen" className="text-xl font-semibold">
        {sv.title}
      </h2>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {!has('area') && (
          <TextField
            label={sv.area}
            hint={sv.areaHint}
            value={pointing.area}
            maxLength={200}
            onChange={event => onChange({ area: event.target.value })}
          />
        )}
        {has('period') ? (
          <TextField
            label={sv.year}
            inputMode="numeric"
            value={pointing.year ?? ''}
            maxLength={4}
            onChange={event => onChange({ year: Number(event.target.value.replace(/\D/g, '')) || null })}
          />
        ) : isUndated ? (
          <TextField
            label={sv.period}
            hint={sv.periodHint}
            value={pointing.period}
            maxLength={20}
            onChange={event => onChange({ period: event.target.value.trim() })}
          />
        ) : null}
      </div>
      <label className="mt-4 flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          checked={pointing.skipSums}
          onChange={event => onChange({ skipSums: event.target.checked })}
        />
        {sv.skipSums}
      </label>
    </section>
  )
}
