import { formatInstant } from '#editor/core/format-date.ts'
import { ScrollSideways } from '#editor/ui/scroll-sideways.tsx'
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
        <ScrollSideways label={sv.title}>
          <table className="w-full text-sm">
            <caption className="sr-only">{sv.caption}</caption>
            <thead>
              <tr className="border-b border-line text-left">
                {[sv.when, sv.what, sv.who].map(name => (
                  <th key={name} scope="col" className="py-1.5 pr-4 font-semibold">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </ScrollSideways>
      )}
    </section>
  )
}
