import { isEmptyHtml } from '#editor/core/page-texts.ts'
import { buttonStyle } from '#editor/ui/button-style.ts'
import type { Moment } from '#server/history/moment.ts'
import { readText } from '#server/history/read-text.ts'
import { services } from '#server/services.ts'
import { momentText } from '../moment-text.ts'
import { type HistoryPlace, mayRestoreAll, mayRestoreIn, sectionName } from '../place.ts'
import { sv } from '../sv.ts'
import { Gone, orGone } from './gone.tsx'
import { RestoreButton } from './restore-button.tsx'

/** The whole text as it was at a moment. */
export async function PastText({ place, moment }: { place: HistoryPlace; moment: Moment }) {
  const { actor, path, structure } = place
  const { id } = structure.report
  const read = await orGone(readText(services(), actor, id, { moment, sectionId: null }))
  if ('gone' in read) return <Gone message={read.gone} path={path} />
  const when = momentText(read.info)
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 className="text-xl font-semibold">{sv.text.title}</h2>
          <p className="text-muted">{moment === 'now' ? sv.text.atNow : sv.text.at(when)}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <a href={path} className={buttonStyle('ghost', 'md')}>
            {sv.toTimeline}
          </a>
          {moment !== 'now' && mayRestoreAll(place) && (
            <RestoreButton reportId={id} seq={moment} when={when} section={null} />
          )}
        </div>
      </div>
      {read.sections.map(section => {
        const name = sectionName(place, section.id)
        return (
          <section
            key={section.id}
            aria-labelledby={section.id}
            className="rounded-xl border border-line bg-surface p-5"
          >
            <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
              <h3 id={section.id} className="text-lg font-semibold">
                {name}
              </h3>
              {moment !== 'now' && mayRestoreIn(place, section.id) && (
                <RestoreButton reportId={id} seq={moment} when={when} section={{ id: section.id, name }} />
              )}
            </div>
            {section.content === null ? (
              <p>{sv.text.unreadable}</p>
            ) : isEmptyHtml(section.html) ? (
              <p className="text-muted">{sv.text.empty}</p>
            ) : (
              // biome-ignore lint/security/noDangerouslySetInnerHtml: render-html.ts escapes every text and attribute
              <div className="report-text" dangerouslySetInnerHTML={{ __html: section.html }} />
            )}
          </section>
        )
      })}
    </div>
  )
}
