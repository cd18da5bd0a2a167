import { Plus } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { SectionStructure } from '../../core/report-page.ts'
import { printFields } from '../../core/structure/print/print-fields.ts'
import { printOverview } from '../../core/structure/print/print-overview.ts'
import { printRows } from '../../core/structure/print/print-rows.ts'
import { printedFields } from '../../core/structure/print/print-section.ts'
import { Button } from '../../ui/button.tsx'
import { FieldGrid } from '../fields/field-grid.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { focusUnit } from './focus-unit.ts'
import { Printed } from './printed.tsx'
import { RemovedList } from './removed-list.tsx'
import { RowList } from './row-list.tsx'
import { sv } from './sv.ts'

function OverviewTable({ section }: { section: SectionStructure }) {
  const { sections, reportTitles } = useStore(useSurface().structure, state => state.structure)
  const { overview } = section
  const content = useMemo(
    () => (overview ? printOverview(overview, sections, reportTitles) : []),
    [overview, sections, reportTitles],
  )
  return <Printed content={content} />
}

const useReportTitles = () => useStore(useSurface().structure, state => state.structure.reportTitles)

export interface StructuredPartsProps {
  section: SectionStructure
  /** Whether the person may write in the section, and it is near enough for its controls to be drawn. */
  forms: boolean
  canManage: boolean
}

/** What stands before a section's text: its fields, and the overview of its units. */
export const PartsBefore = memo(function PartsBefore({ section, forms, canManage }: StructuredPartsProps) {
  const { fields, values, changes, unit, overview } = section
  const titles = useReportTitles()
  const printed = useMemo(
    () => (forms ? [] : printFields(printedFields(section), values, titles)),
    [forms, section, values, titles],
  )
  if (!fields.length && !overview) return null
  return (
    <>
      {forms && fields.length > 0 ? (
        <div className="mt-4">
          <FieldGrid
            fields={fields}
            values={values}
            changes={changes}
            holder={unit?.head ? { of: 'unit', id: unit.id } : { of: 'section', id: section.id }}
            canCorrect={canManage}
          />
        </div>
      ) : (
        <Printed content={printed} />
      )}
      <OverviewTable section={section} />
    </>
  )
})

/** What stands after a section's text: its lists, and what can be added below it. */
export const PartsAfter = memo(function PartsAfter({ section, forms, canManage }: StructuredPartsProps) {
  const { structure } = useSurface()
  const { tables, lists, heading } = section
  const titles = useReportTitles()
  const printed = useMemo(
    () => (forms ? [] : tables.flatMap(list => printRows(list, titles, heading))),
    [forms, tables, titles, heading],
  )
  if (!tables.length && !lists.length) return null
  const add = async (kind: string): Promise<void> => {
    const id = await structure.addUnit(section.id, kind)
    if (id) focusUnit(id)
  }
  return (
    <>
      {forms ? (
        tables.map(list => <RowList key={list.kind.key} section={section} list={list} canCorrect={canManage} />)
      ) : (
        <Printed content={printed} />
      )}
      {forms && canManage && lists.length > 0 && (
        <p className="mt-4 flex flex-wrap gap-2 print:hidden">
          {lists.map(list => (
            <Button key={list.key} icon={<Plus aria-hidden />} onClick={() => void add(list.key)}>
              {sv.add(list)}
            </Button>
          ))}
        </p>
      )}
      {forms && <RemovedList section={section} />}
    </>
  )
})
