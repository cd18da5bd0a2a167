import { columnHead } from '../../core/structure/print/columns.ts'
import { groupSums, sumTexts } from '../../core/structure/print/print-rows.ts'
import { classNames } from '../../ui/class-names.ts'
import { ScrollSideways } from '../../ui/scroll-sideways.tsx'
import { ValueField } from '../fields/value-field.tsx'
import type { RowsProps } from './row-cards.tsx'
import { sv } from './sv.ts'
import { UnitButtons } from './unit-buttons.tsx'

/** Rows of short values, mostly numbers, as a table with its sums. */
export function RowGrid({ list, rowChanges, reorder, canCorrect, onRemove }: RowsProps) {
  const { kind, rows } = list
  const total = sumTexts(list)
  const sums = total ? [...groupSums(list), { name: '', texts: total }] : []
  const isNumber = (type: string): boolean => type === 'number' || type === 'computed'
  return (
    <ScrollSideways label={kind.heading} className="rounded-lg border border-line">
      <table aria-label={kind.heading} className="w-full border-collapse text-left align-top">
        <thead>
          <tr className="border-b border-line bg-sunken text-sm">
            {kind.fields.map(field => (
              <th
                key={field.key}
                scope="col"
                className={classNames('px-2 py-1.5 font-semibold', isNumber(field.type) && 'text-right')}
              >
                {columnHead(field)}
                {field.hint && <span className="block font-normal text-muted">{field.hint}</span>}
              </th>
            ))}
            {!kind.fixed && (
              <th scope="col" className="w-0">
                <span className="sr-only">{sv.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const name = sv.name(kind.one, index + 1)
            return (
              <tr
                key={row.id}
                data-unit={row.id}
                {...reorder.target(row.id)}
                className={classNames('border-b border-line', reorder.isDragged(row.id) && 'opacity-60')}
              >
                {kind.fields.map(field => (
                  <td
                    key={field.key}
                    className={classNames('px-1.5 py-1.5 align-top', isNumber(field.type) ? 'min-w-28' : 'min-w-40')}
                  >
                    <ValueField
                      field={field}
                      fields={kind.fields}
                      values={row.values}
                      place={{ of: 'unit', id: row.id, key: field.key }}
                      value={row.values[field.key] ?? null}
                      change={rowChanges[row.id]?.[field.key] ?? null}
                      where={sv.row(name)}
                      hideLabel
                      canCorrect={canCorrect}
                    />
                  </td>
                ))}
                {!kind.fixed && (
                  <td className="px-1 py-1.5 align-top">
                    <UnitButtons id={row.id} name={name} reorder={reorder} onRemove={() => onRemove(row.id, name)} />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
        {sums.length > 0 && rows.length > 0 && (
          <tfoot>
            {sums.map(({ name, texts }) => (
              <tr key={name} className={classNames('bg-sunken', name ? 'border-b border-line' : 'font-semibold')}>
                {texts.map((text, index) => {
                  const field = kind.fields[index]
                  const Cell = index === 0 ? 'th' : 'td'
                  return (
                    <Cell
                      key={field?.key}
                      {...(index === 0 && { scope: 'row' as const })}
                      className={classNames(
                        'px-4 py-2',
                        name && index === 0 && 'font-normal',
                        field && isNumber(field.type) && 'text-right tabular-nums',
                      )}
                    >
                      {text}
                    </Cell>
                  )
                })}
                {!kind.fixed && <td />}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </ScrollSideways>
  )
}
