import { classNames } from '#editor/ui/class-names.ts'
import type { ImportPreview } from '#server/indicators/import/import-preview.ts'
import { problemCell, problemColumn, problemText } from '#server/indicators/problem-text.ts'
import { CELL, HEAD, NUMBER, WideTable } from '../../../_components/wide-table.tsx'
import { sv as all } from '../sv.ts'
import { Listed } from './listed.tsx'

const sv = all.problems

export function ProblemTable({ preview: { errors, errorCount } }: { preview: ImportPreview }) {
  const head = (
    <>
      <th scope="col" className={classNames(HEAD, 'text-right')}>
        {sv.line}
      </th>
      {[sv.column, sv.problem, sv.value].map(text => (
        <th key={text} scope="col" className={HEAD}>
          {text}
        </th>
      ))}
    </>
  )
  return (
    <Listed title={sv.title} shown={errors.length} all={errorCount}>
      <WideTable caption={sv.title} head={head}>
        <tbody>
          {errors.map((error, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two errors may be alike.
            <tr key={index} className="border-b border-line last:border-b-0">
              <th scope="row" className={classNames(CELL, NUMBER, 'font-normal')}>
                {error.line.toLocaleString('sv-SE')}
              </th>
              <td className={classNames(CELL, 'min-w-36 break-words')}>{problemColumn(error) || sv.wholeRow}</td>
              <td className={classNames(CELL, 'min-w-72')}>{problemText(error)}</td>
              <td className={classNames(CELL, 'min-w-36 break-words')}>{problemCell(error)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Listed>
  )
}
