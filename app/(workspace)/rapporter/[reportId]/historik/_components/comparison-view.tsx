import { GitCompare } from 'lucide-react'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { compareMoments } from '#server/history/compare-moments.ts'
import type { Moment } from '#server/history/moment.ts'
import { services } from '#server/services.ts'
import { momentText } from '../moment-text.ts'
import { type HistoryPlace, mayRestoreAll, mayRestoreIn, sectionName } from '../place.ts'
import { sv } from '../sv.ts'
import { DiffBlocks } from './diff-blocks.tsx'
import { Gone, orGone } from './gone.tsx'
import { RestoreButton } from './restore-button.tsx'

/** The older of two moments first, however they were chosen. */
const inOrder = (one: Moment, other: Moment): [Moment, Moment] =>
  one === 'now' || (other !== 'now' && one > other) ? [other, one] : [one, other]

/** What changed from one moment to another, section by section. */
export async function ComparisonView(props: { place: HistoryPlace; from: Moment; to: Moment }) {
  const { place } = props
  const { actor, path, structure } = place
  const { id } = structure.report
  const [from, to] = inOrder(props.from, props.to)
  const compared = await orGone(compareMoments(services(), actor, id, { from, to }))
  if ('gone' in compared) return <Gone message={compared.gone} path={path} />
  const when = momentText(compared.from)
  const changed = compared.sections.filter(section => section.change !== 'same')
  const head = (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div>
        <h2 className="text-xl font-semibold">{sv.comparison.title}</h2>
        <p className="text-muted">{sv.comparison.between(when, momentText(compared.to))}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <a href={path} className={buttonStyle('ghost', 'md')}>
          {sv.toTimeline}
        </a>
        {from !== 'now' && changed.length > 0 && mayRestoreAll(place) && (
          <RestoreButton reportId={id} seq={from} when={when} section={null} />
        )}
      </div>
    </div>
  )
  if (changed.length === 0)
    return (
      <div className="flex flex-col gap-6">
        {head}
        <EmptyState icon={<GitCompare />} title={sv.comparison.none}>
          {sv.comparison.noneText}
        </EmptyState>
      </div>
    )
  return (
    <div className="flex flex-col gap-6">
      {head}
      <nav aria-label={sv.comparison.list} className="rounded-xl border border-line bg-surface p-5">
        <p className="mb-2 font-semibold">{sv.comparison.changed(changed.length)}</p>
        <ul className="list-disc pl-6">
          {changed.map(({ sectionId }) => (
            <li key={sectionId}>
              <a href={`#${sectionId}`}>{sectionName(place, sectionId)}</a>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-sm text-muted">{sv.comparison.legend}</p>
      </nav>
      {changed.map(section => {
        const name = sectionName(place, section.sectionId)
        const { sectionId } = section
        return (
          <section key={sectionId} aria-labelledby={sectionId} className="rounded-xl border border-line bg-surface p-5">
            <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
              <h3 id={sectionId} tabIndex={-1} className="scroll-mt-6 text-lg font-semibold">
                {name}
              </h3>
              {from !== 'now' && section.change === 'changed' && mayRestoreIn(place, sectionId) && (
                <RestoreButton reportId={id} seq={from} when={when} section={{ id: sectionId, name }} />
              )}
            </div>
            {section.change === 'unreadable' ? (
              <p>{sv.comparison.unreadable}</p>
            ) : (
              <div className="report-text diff">
                <DiffBlocks blocks={section.blocks} context={{ reportId: id, indicators: compared.indicators }} folds />
              </div>
            )}
          </section>
        )
      })}
    </div>
  )
}
