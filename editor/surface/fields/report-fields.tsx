import { fieldValue, isRequired } from '../../core/structure/compute.ts'
import { Disclosure } from '../sections/disclosure.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { FieldGrid } from './field-grid.tsx'
import { sv } from './sv.ts'

/** What the whole report says of itself in typed fields: period, granskning, who it is for. */
export function ReportFields() {
  const { report, may } = useStore(useSurface().structure, state => state.structure)
  const { fields, values, changes, id } = report
  if (!fields.length || !may.manage || report.lockedAt !== null) return null
  const missing = fields.filter(
    field => isRequired(field, values) && fieldValue(fields, values, field.key) === null,
  ).length
  return (
    <div className="mx-auto max-w-[62rem] px-4 pb-3 sm:px-6">
      <Disclosure summary={missing ? sv.aboutReportMissing(missing) : sv.aboutReport}>
        <div className="mt-2 rounded-xl border border-line bg-surface p-4 sm:p-6">
          <FieldGrid fields={fields} values={values} changes={changes} holder={{ of: 'report', id }} canCorrect />
        </div>
      </Disclosure>
    </div>
  )
}
