import Link from 'next/link'
import { formatInstant } from '#editor/core/format-date.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { ImportRecord } from '#server/indicators/list-imports.ts'
import { howItCame, nameOfSource } from '../importer/import-words.ts'
import { UndoButton } from '../importer/undo-button.tsx'
import { sv as all } from '../sv.ts'

const sv = all.history

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const when = ({ importedAt }: ImportRecord): string => formatInstant(importedAt)

const COLUMNS: Column<ImportRecord>[] = [
  {
    label: sv.when,
    cell: record => (
      <Link href={`/data/importer/${record.id}`} className="text-accent underline">
        {when(record)}
      </Link>
    ),
    className: 'as-table:whitespace-nowrap',
  },
  { label: sv.source, cell: nameOfSource },
  {
    label: sv.file,
    cell: record => (
      <>
        {capitalised(howItCame(record))}
        {record.undone && (
          <span className="block text-sm text-muted">
            {sv.undone(record.undone.by, formatInstant(record.undone.at))}
          </span>
        )}
      </>
    ),
    className: 'as-table:min-w-48',
    fillsCard: true,
  },
  { label: sv.who, cell: ({ importedBy }) => importedBy },
  { label: sv.written, cell: ({ written }) => written.toLocaleString('sv-SE'), isNumber: true },
]

const TURN: Column<ImportRecord> = {
  label: sv.turn,
  // An undoing is turned at the import that it undid.
  cell: record =>
    record.method !== 'undo' && (
      <UndoButton
        turn={record.turn}
        isUndone={record.undone !== null}
        about={`${howItCame(record)}, ${when(record)}`}
      />
    ),
  labelInCard: false,
}

export function ImportHistory({ imports, mayUndo }: { imports: ImportRecord[]; mayUndo: boolean }) {
  return (
    <Table
      caption={sv.caption}
      columns={mayUndo ? [...COLUMNS, TURN] : COLUMNS}
      rows={imports}
      keyOf={({ id }) => id}
    />
  )
}
