import { type Pointing, VALUE_ROLES } from '#server/indicators/layout/pointing.ts'
import type { PointedColumn } from '#server/indicators/point-out.ts'
import { SelectField } from '../../../../../../ui/select-field.tsx'
import { TextField } from '../../../../../../ui/text-field.tsx'
import { sv as all } from '../sv.ts'

const sv = all.measures
type Measure = Pointing['measures'][number]

export interface MeasureFieldsProps {
  columns: PointedColumn[]
  pointing: Pointing
  onColumn: (index: number, measure: string) => void
  onMeasure: (name: string, change: Partial<Measure>) => void
}

export const NEW_MEASURE: Omit<Measure, 'name'> = { unit: 'count', unitText: '', better: 'none' }

/** The columns that hold values. */
export const valueColumns = (pointing: Pointing): Pointing['columns'] =>
  pointing.columns.filter(column => (VALUE_ROLES as readonly string[]).includes(column.role))

/** The measures that the value columns name, each with how it is counted. */
export function measuresIn(pointing: Pointing): Measure[] {
  const names = [...new Set(valueColumns(pointing).map(column => column.measure.trim()))]
  return names.map(name => pointing.measures.find(measure => measure.name === name) ?? { name, ...NEW_MEASURE })
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

export function MeasureFields({ columns, pointing, onColumn, onMeasure }: MeasureFieldsProps) {
  const named = valueColumns(pointing)
  if (named.length === 0) return null
  const headerOf = (index: number): string => columns.find(column => column.index === index)?.header ?? ''
  return (
    <section aria-labelledby="matt" className="rounded-xl border border-line bg-surface p-5">
      <h2 id="matt" className="text-xl font-semibold">
        {sv.title}
      </h2>
      <p className="mt-1 text-muted">{sv.ownHint}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {named.map(({ index, measure }) => (
          <TextField
            key={index}
            label={sv.own(headerOf(index))}
            value={measure}
            maxLength={200}
            onChange={event => onColumn(index, event.target.value)}
          />
        ))}
      </div>
      {measuresIn(pointing).map(({ name, unit, unitText, better }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is being typed; a new key would take the focus away.
        <fieldset key={at} className="mt-5 border-t border-line pt-4">
          <legend className="float-left mb-2 w-full font-semibold">{name || sv.ofRows}</legend>
          <div className="clear-both grid gap-4 sm:grid-cols-3">
            <SelectField
              label={sv.unit}
              value={unit}
              options={options(all.units)}
              onChange={event => onMeasure(name, { unit: event.target.value as Measure['unit'] })}
            />
            {unit === 'other' && (
              <TextField
                label={sv.unitText}
                hint={sv.unitTextHint}
                value={unitText}
                maxLength={40}
                onChange={event => onMeasure(name, { unitText: event.target.value })}
              />
            )}
            <SelectField
              label={sv.better}
              value={better}
              options={options(all.better)}
              onChange={event => onMeasure(name, { better: event.target.value as Measure['better'] })}
            />
          </div>
        </fieldset>
      ))}
    </section>
  )
}
