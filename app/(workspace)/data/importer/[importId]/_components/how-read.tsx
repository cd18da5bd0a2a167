import { SmallTable } from '#editor/ui/small-table.tsx'
import type { Layout } from '#server/indicators/layout/layout.ts'
import { columnWords, fileWords } from '../layout-words.ts'
import { sv as words } from '../sv.ts'

const sv = words.layout

/** How the import's file was read, for who later wonders why a column became what it did. */
export function HowRead({ layout }: { layout: Layout }) {
  return (
    <details>
      <summary className="w-fit cursor-pointer font-semibold text-accent">{sv.title}</summary>
      <p className="mt-3 max-w-prose text-muted">{fileWords(layout).join(' ')}</p>
      <div className="mt-3">
        <SmallTable label={sv.title} head={[sv.column, sv.readAs]}>
          {columnWords(layout).map(({ names, readAs }) => (
            <tr key={`${names.join()}|${readAs}`} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {names.join(sv.or)}
              </th>
              <td className="py-1.5 pr-4">{readAs}</td>
            </tr>
          ))}
        </SmallTable>
      </div>
    </details>
  )
}
