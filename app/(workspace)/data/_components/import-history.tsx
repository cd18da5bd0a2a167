import { formatInstant } from '#editor/core/format-date.ts'
import { sourceName } from '#editor/core/source-name.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { ImportRecord } from '#server/indicators/list-imports.ts'
import { sv as all } from '../sv.ts'
import { CELL, HEAD, NUMBER, WideTable } from './wide-table.tsx'

const sv = all.history

export function ImportHistory({ imports }: { imports: ImportRecord[] }) {
  const head = [sv.when, sv.source, sv.file, sv.who].map(text => (
    <th key={text} scope="col" className={HEAD}>
      {text}
    </th>
  ))
  return (
    <WideTable
      caption={sv.caption}
      head={
        <>
          {head}
          <th scope="col" className={classNames(HEAD, 'text-right')}>
            {sv.written}
          </th>
        </>
      }
    >
      <tbody>
        {imports.map(record => (
          <tr key={record.id} className="border-b border-line last:border-b-0">
            <th scope="row" className={classNames(CELL, 'text-left font-normal whitespace-nowrap')}>
              {formatInstant(record.importedAt)}
            </th>
            <td className={CELL}>{sourceName(record.source)}</td>
            <td className={classNames(CELL, 'min-w-48 break-words')}>{record.fileName}</td>
            <td className={CELL}>{record.importedBy}</td>
            <td className={classNames(CELL, NUMBER)}>{record.written.toLocaleString('sv-SE')}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
