import { formatInstant } from '#editor/core/format-date.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { CatalogueChange } from '#server/indicators/catalogue/read-catalogue-log.ts'
import { changeTexts } from '../change-text.ts'
import { sv as words } from '../sv.ts'

const sv = words.log

const COLUMNS: Column<CatalogueChange>[] = [
  { label: sv.when, cell: ({ at }) => formatInstant(at), className: 'as-table:whitespace-nowrap' },
  {
    label: sv.what,
    cell: ({ changes }) => changeTexts(changes).map(text => <p key={text}>{text}</p>),
    className: 'as-table:min-w-72',
    fillsCard: true,
  },
  { label: sv.who, cell: ({ by }) => by },
]

export function CatalogueLog({ log }: { log: CatalogueChange[] }) {
  return (
    <section aria-labelledby="andringar">
      <h2 id="andringar" className="mb-3 text-xl font-semibold">
        {sv.title}
      </h2>
      {log.length === 0 ? (
        <p className="text-muted">{sv.none}</p>
      ) : (
        <Table caption={sv.caption} columns={COLUMNS} rows={log} keyOf={({ id }) => id} />
      )}
    </section>
  )
}
