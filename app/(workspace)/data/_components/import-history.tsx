import Link from 'next/link'
import { formatInstant } from '#editor/core/format-date.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { ImportRecord } from '#server/indicators/list-imports.ts'
import { howItCame, nameOfSource } from '../importer/import-words.ts'
import { UndoButton } from '../importer/undo-button.tsx'
import { sv as all } from '../sv.ts'
import { CELL, HEAD, NUMBER, WideTable } from './wide-table.tsx'

const sv = all.history

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function Row({ record, mayUndo }: { record: ImportRecord; mayUndo: boolean }) {
  const when = formatInstant(record.importedAt)
  const how = howItCame(record)
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className={classNames(CELL, 'text-left font-normal whitespace-nowrap')}>
        <Link href={`/data/importer/${record.id}`} className="text-accent underline">
          {when}
        </Link>
      </th>
      <td className={CELL}>{nameOfSource(record)}</td>
      <td className={classNames(CELL, 'min-w-48 break-words')}>
        {capitalised(how)}
        {record.undone && (
          <span className="block text-sm text-muted">
            {sv.undone(record.undone.by, formatInstant(record.undone.at))}
          </span>
        )}
      </td>
      <td className={CELL}>{record.importedBy}</td>
      <td className={classNames(CELL, NUMBER)}>{record.written.toLocaleString('sv-SE')}</td>
      {mayUndo && (
        <td className={classNames(CELL, 'text-right')}>
          {/* An undoing is turned at the import that it undid. */}
          {record.method !== 'undo' && (
            <UndoButton turn={record.turn} isUndone={record.undone !== null} about={`${how}, ${when}`} />
          )}
        </td>
      )}
    </tr>
  )
}

export function ImportHistory({ imports, mayUndo }: { imports: ImportRecord[]; mayUndo: boolean }) {
  const head = (
    <>
      {[sv.when, sv.source, sv.file, sv.who].map(text => (
        <th key={text} scope="col" className={HEAD}>
          {text}
        </th>
      ))}
      <th scope="col" className={classNames(HEAD, 'text-right')}>
        {sv.written}
      </th>
      {mayUndo && (
        <th scope="col" className={HEAD}>
          <span className="sr-only">{sv.turn}</span>
        </th>
      )}
    </>
  )
  return (
    <WideTable caption={sv.caption} head={head}>
      <tbody>
        {imports.map(record => (
          <Row key={record.id} record={record} mayUndo={mayUndo} />
        ))}
      </tbody>
    </WideTable>
  )
}
