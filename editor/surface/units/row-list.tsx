import { Plus } from 'lucide-react'
import type { SectionStructure } from '../../core/report-page.ts'
import type { RowKind } from '../../core/structure/row-kind.ts'
import type { RowTable } from '../../core/structure/structured-section.ts'
import { Button } from '../../ui/button.tsx'
import { useSurface } from '../surface-context.ts'
import { DecisionText } from './decision-text.tsx'
import { focusUnit } from './focus-unit.ts'
import { RiskMatrix } from './risk-matrix.tsx'
import { RowCards } from './row-cards.tsx'
import { RowGrid } from './row-grid.tsx'
import { sv } from './sv.ts'
import { useUnitList } from './use-unit-list.ts'

/** More columns, or long texts, do not fit side by side; words need more room than numbers. */
const MOST_COLUMNS = 7
const MOST_COLUMNS_OF_WORDS = 3

const fitsTable = ({ fields }: RowKind): boolean =>
  fields.length <=
    (fields.some(({ type }) => type === 'number' || type === 'computed') ? MOST_COLUMNS : MOST_COLUMNS_OF_WORDS) &&
  !fields.some(field => field.type === 'text' && (field.long || field.quote))

/** One list of a section, written in where it stands. */
export function RowList({
  section,
  list,
  canCorrect,
}: {
  section: SectionStructure
  list: RowTable
  canCorrect: boolean
}) {
  const { structure, ownForm } = useSurface()
  const { kind, rows } = list
  const ids = rows.map(row => row.id)
  const { reorder, remove } = useUnitList({
    sectionId: section.id,
    kind: kind.key,
    ids,
    nameOf: id => sv.name(kind.one, ids.indexOf(id) + 1),
  })
  const add = async (): Promise<void> => {
    const id = await structure.addUnit(section.id, kind.key)
    if (id) focusUnit(id)
  }
  const Rows = fitsTable(kind) && !ownForm ? RowGrid : RowCards
  return (
    <div className="mt-5 first:mt-3" data-list={kind.key}>
      {kind.heading !== section.heading && <p className="mb-2 font-semibold">{kind.heading}</p>}
      {rows.length > 0 ? (
        <Rows
          list={list}
          rowChanges={section.rowChanges}
          reorder={reorder}
          canCorrect={canCorrect}
          onSameStatus={(id, status) => void structure.confirmStatus(section.id, id, status)}
          onRemove={(id, name) => void remove(id, name)}
        />
      ) : (
        <p className="text-muted">{sv.none(kind.many)}</p>
      )}
      {kind.note && <p className="mt-2 text-sm text-muted">{kind.note}</p>}
      <RiskMatrix list={list} />
      {kind.print === 'decision' && <DecisionText list={list} />}
      {!kind.fixed && (
        <Button
          size="sm"
          className="mt-3 print:hidden"
          icon={<Plus aria-hidden />}
          aria-label={sv.addTo(kind.one, kind.heading)}
          onClick={() => void add()}
        >
          {sv.add(kind)}
        </Button>
      )}
    </div>
  )
}
