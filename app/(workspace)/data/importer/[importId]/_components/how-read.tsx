import { type Column, Table } from '#editor/ui/table.tsx'
import type { Layout } from '#server/indicators/layout/layout.ts'
import { columnWords, fileWords } from '../layout-words.ts'
import { sv as words } from '../sv.ts'

const sv = words.layout

const COLUMNS: Column<ReturnType<typeof columnWords>[number]>[] = [
  { label: sv.column, cell: ({ names }) => names.join(sv.or) },
  { label: sv.readAs, cell: ({ readAs }) => readAs, labelInCard: false, fillsCard: true },
]

/** How the import's file was read, for who later wonders why a column became what it did. */
export function HowRead({ layout }: { layout: Layout }) {
  return (
    <details>
      <summary className="w-fit cursor-pointer font-semibold text-accent">{sv.title}</summary>
      <p className="mt-3 max-w-prose text-muted">{fileWords(layout).join(' ')}</p>
      <div className="mt-3">
        <Table
          caption={sv.title}
          columns={COLUMNS}
          rows={columnWords(layout)}
          keyOf={({ names, readAs }) => `${names.join()}|${readAs}`}
        />
      </div>
    </details>
  )
}
