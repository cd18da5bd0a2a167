import type { FieldChanges } from '../../core/report-page.ts'
import type { RowTable } from '../../core/structure/structured-section.ts'
import { classNames } from '../../ui/class-names.ts'
import { FieldGrid } from '../fields/field-grid.tsx'
import { MeasureQuestion } from './measure-question.tsx'
import { sv } from './sv.ts'
import { UnitButtons } from './unit-buttons.tsx'
import type { Reorder } from './use-reorder.ts'

export interface RowsProps {
  list: RowTable
  rowChanges: Record<string, FieldChanges>
  reorder: Reorder
  canCorrect: boolean
  /** Of an åtgärd from an earlier report: it is as far as it was. */
  onSameStatus: (rowId: string, status: string) => void
  onRemove: (rowId: string, name: string) => void
}

/** Rows with much to write in, as forms below each other; they fit a phone. */
export function RowCards({ list: { kind, rows }, rowChanges, reorder, canCorrect, onSameStatus, onRemove }: RowsProps) {
  return (
    <ol aria-label={kind.heading} className="flex flex-col gap-3">
      {rows.map((row, index) => {
        const name = sv.name(kind.one, index + 1)
        return (
          <li
            key={row.id}
            data-unit={row.id}
            {...reorder.target(row.id)}
            className={classNames(
              'rounded-lg border border-line bg-canvas p-3 sm:p-4',
              reorder.isDragged(row.id) && 'opacity-60',
            )}
          >
            <div className="mb-2 flex items-center justify-between gap-2">
              <p className="text-sm font-semibold text-muted">{name}</p>
              {!kind.fixed && (
                <UnitButtons id={row.id} name={name} reorder={reorder} onRemove={() => onRemove(row.id, name)} />
              )}
            </div>
            {row.unanswered && (
              <MeasureQuestion
                fields={kind.fields}
                row={row}
                name={name}
                onSame={status => onSameStatus(row.id, status)}
              />
            )}
            <FieldGrid
              fields={kind.fields}
              values={row.values}
              changes={rowChanges[row.id] ?? {}}
              holder={{ of: 'unit', id: row.id }}
              where={sv.row(name)}
              canCorrect={canCorrect}
            />
          </li>
        )
      })}
    </ol>
  )
}
