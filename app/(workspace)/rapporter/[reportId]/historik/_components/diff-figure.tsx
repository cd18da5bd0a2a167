import type { ReactNode } from 'react'
import { dataBlocks } from '#editor/blocks/schemas.ts'
import type { BlockDiff } from '#server/history/diff/section-diff.ts'
import { sv } from '../sv.ts'
import { Changed } from './changed.tsx'
import type { DiffContext } from './diff-blocks.tsx'

type Attrs = Record<string, unknown>

/** Pictures and data blocks: what they are made from, and what of that changed. */
export function DiffFigure({ block, context }: { block: BlockDiff; context: DiffContext }) {
  const { type, attrs, was } = block
  const before = was?.attrs ?? attrs
  if (type === 'image')
    return (
      <figure>
        {/* biome-ignore lint/performance/noImgElement: a picture of the report, as the report itself shows it */}
        <img src={`/api/reports/${context.reportId}/images/${String(attrs.imageId)}`} alt={String(attrs.alt ?? '')} />
        <figcaption className="text-sm text-muted">
          {sv.diff.alt}: <Value before={before.alt} after={attrs.alt} />
        </figcaption>
      </figure>
    )
  if (!dataBlocks.has(type)) return <p className="text-muted">{type}</p>
  return (
    <div className="data-block">
      <p className="font-semibold">{sv.diff.dataBlocks[type] ?? type}</p>
      {otherChoices(before) !== otherChoices(attrs) && <p className="diff-note">{sv.diff.otherChoices}</p>}
      <dl>
        <Fact name={sv.diff.caption}>
          <Value before={before.caption} after={attrs.caption} />
        </Fact>
        <Fact name={sv.diff.year}>
          <Value before={before.year} after={attrs.year} />
        </Fact>
        <Fact name={sv.diff.indicators}>
          <Indicators before={before} after={attrs} names={context.indicators} />
        </Fact>
      </dl>
    </div>
  )
}

/** What is chosen of a block besides what is shown of it here. */
function otherChoices({ caption, year, indicatorIds, ...others }: Attrs): string {
  return JSON.stringify(Object.entries(others).filter(([, value]) => value !== null && value !== undefined))
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="inline font-medium">{name}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  )
}

/** What stood there and what stands there; once where it is the same. */
export function Value({ before, after }: { before: unknown; after: unknown }) {
  const [old, now] = [before, after].map(value => String(value ?? ''))
  if (old === now) return now
  return (
    <>
      {old && <Changed change="removed">{old}</Changed>} {now && <Changed change="added">{now}</Changed>}
    </>
  )
}

const idsOf = ({ indicatorIds }: Attrs): string[] => (Array.isArray(indicatorIds) ? indicatorIds.map(String) : [])

function Indicators({ before, after, names }: { before: Attrs; after: Attrs; names: Record<string, string> }) {
  const [old, now] = [idsOf(before), idsOf(after)]
  const item = (id: string): ReactNode => {
    const name = names[id] ?? id
    if (old.includes(id) && now.includes(id)) return name
    return <Changed change={now.includes(id) ? 'added' : 'removed'}>{name}</Changed>
  }
  return (
    <ul>
      {[...now, ...old.filter(id => !now.includes(id))].map(id => (
        <li key={id}>{item(id)}</li>
      ))}
    </ul>
  )
}
