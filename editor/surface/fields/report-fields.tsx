import { useMemo } from 'react'
import { fieldValue, isRequired } from '../../core/structure/compute.ts'
import { printFields } from '../../core/structure/print/print-fields.ts'
import { Disclosure } from '../sections/disclosure.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { Printed } from '../units/printed.tsx'
import { FieldGrid } from './field-grid.tsx'
import { sv } from './sv.ts'

/** What the whole report says of itself in typed fields: period, granskning, who it is for. */
export function ReportFields() {
  const { report, may, reportTitles } = useStore(useSurface().structure, state => state.structure)
  const { fields, values, changes, id, lockedAt } = report
  const isOpen = may.manage && lockedAt === null
  const printed = useMemo(
    () => (isOpen ? [] : printFields(fields, values, reportTitles)),
    [isOpen, fields, values, reportTitles],
  )
  if (!fields.length || !(isOpen || printed.length)) return null
  const missing = fields.filter(
    field => isRequired(field, values) && fieldValue(fields, values, field.key) === null,
  ).length
  return (
    <div className="px-4 pb-3 sm:px-6">
      <Disclosure summary={missing ? sv.aboutReportMissing(missing) : sv.aboutReport}>
        <div className="mt-2 max-w-[62rem] rounded-xl border border-line bg-surface p-4 sm:p-6">
          {isOpen ? (
            <FieldGrid fields={fields} values={values} changes={changes} holder={{ of: 'report', id }} canCorrect />
          ) : (
            <Printed content={printed} />
          )}
        </div>
      </Disclosure>
    </div>
  )
}
