import { formatInstant } from '#editor/core/format-date.ts'
import { SmallTable } from '#editor/ui/small-table.tsx'
import type { CatalogueChange } from '#server/indicators/catalogue/read-catalogue-log.ts'
import { changeTexts } from '../change-text.ts'
import { sv as words } from '../sv.ts'

const sv = words.log

export function CatalogueLog({ log }: { log: CatalogueChange[] }) {
  return (
    <section aria-labelledby="andringar">
      <h2 id="andringar" className="mb-3 text-xl font-semibold">
        {sv.title}
      </h2>
      {log.length === 0 ? (
        <p className="text-muted">{sv.none}</p>
      ) : (
        <SmallTable label={sv.title} caption={sv.caption} head={[sv.when, sv.what, sv.who]}>
          {log.map(({ id, at, by, changes }) => (
            <tr key={id} className="border-b border-line align-top last:border-b-0">
              <td className="py-1.5 pr-4 whitespace-nowrap">{formatInstant(at)}</td>
              <td className="min-w-72 py-1.5 pr-4">
                {changeTexts(changes).map(text => (
                  <p key={text} className="break-words">
                    {text}
                  </p>
                ))}
              </td>
              <td className="py-1.5 pr-4">{by}</td>
            </tr>
          ))}
        </SmallTable>
      )}
    </section>
  )
}
