import { useMemo } from 'react'
import type { FieldChanges } from '../../core/report-page.ts'
import type { Field, Values } from '../../core/structure/field.ts'
import { classNames } from '../../ui/class-names.ts'
import type { FieldPlace } from '../report-api.ts'
import { ValueField } from './value-field.tsx'

export interface FieldGridProps {
  fields: readonly Field[]
  values: Values
  changes: FieldChanges
  holder: Pick<FieldPlace, 'of' | 'id'>
  where?: string | undefined
  canCorrect: boolean
}

const isWide = (field: Field): boolean => field.type === 'text' && (field.long === true || field.quote === true)

/** The fields of a report, a section, a unit or a row: short ones side by side, long ones across. */
export function FieldGrid({ fields, values, changes, holder, where, canCorrect }: FieldGridProps) {
  const { of, id } = holder
  const places = useMemo(() => new Map(fields.map(({ key }) => [key, { of, id, key }])), [fields, of, id])
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] items-start gap-x-5 gap-y-3.5">
      {fields.map(field => (
        <div key={field.key} className={classNames('min-w-0', isWide(field) && 'col-span-full')}>
          <ValueField
            field={field}
            fields={fields}
            values={values}
            place={places.get(field.key) ?? { of, id, key: field.key }}
            value={values[field.key] ?? null}
            change={changes[field.key] ?? null}
            where={where}
            canCorrect={canCorrect}
          />
        </div>
      ))}
    </div>
  )
}
