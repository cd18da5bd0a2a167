import Link from 'next/link'
import { figureKey } from '#editor/core/figure.ts'
import { figureName, GENDER_NAMES, KIND_NAMES } from '#editor/core/figure-words.ts'
import { periodName } from '#editor/core/period.ts'
import { showValue } from '#editor/core/show-value.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { CatalogueEntry } from '#server/indicators/catalogue/read-indicator.ts'
import { figureAddress } from '../../../indicator-address.ts'
import { sv as words } from '../sv.ts'

const sv = words.figures

type Row = CatalogueEntry['rows'][number]

/** Every figure of an indicator, a column per period; each leads to its passport. */
export function FigureTable({ entry, asOf }: { entry: CatalogueEntry; asOf: string | undefined }) {
  const { indicator, rows, periods, data } = entry
  if (periods.length === 0) return <p className="text-muted">{asOf ? sv.noneThen : sv.none}</p>
  const columns: Column<Row>[] = [
    {
      label: sv.what,
      cell: ({ kind, gender }) =>
        [KIND_NAMES[kind], gender !== 'T' && GENDER_NAMES[gender].toLowerCase()].filter(Boolean).join(', '),
      className: 'as-table:whitespace-nowrap',
    },
    ...periods.map(
      (period): Column<Row> => ({
        label: periodName(period),
        cell: ({ kind, gender }) => {
          const ref = { indicatorId: indicator.id, kind, gender, period }
          const figure = data.figures[figureKey(ref)]
          return (
            figure && (
              <Link
                href={figureAddress(ref, asOf)}
                aria-label={`${showValue(indicator, figure)}. ${sv.open(figureName(indicator, ref))}`}
                className="underline decoration-dotted underline-offset-4 hover:bg-accent-soft"
              >
                {showValue(indicator, figure)}
              </Link>
            )
          )
        },
        isNumber: true,
      }),
    ),
  ]
  return (
    <Table
      caption={sv.caption(indicator.name)}
      columns={columns}
      rows={rows}
      keyOf={({ kind, gender }) => `${kind}${gender}`}
    />
  )
}
