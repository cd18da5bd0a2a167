import { type FormEvent, type ReactNode, useState } from 'react'
import type { DataQuery } from '../../core/data-block/query.ts'
import { periodName } from '../../core/period.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import type { CatalogueSource, ReportApi } from '../report-api.ts'
import { defaultCaption } from './catalogue.ts'
import { IndicatorChoice } from './indicator-choice.tsx'
import { IndicatorOrder } from './indicator-order.tsx'
import { PartField } from './part-field.tsx'
import { SelectField } from './select-field.tsx'
import { sv } from './sv.ts'
import { WithCatalogue } from './with-catalogue.tsx'

export interface DataBlockFormProps {
  api: Pick<ReportApi, 'indicators'>
  /** The block as it is; a new one has no indicators and no caption, and the report's year. */
  query: DataQuery
  /** What the button says that puts a new block in. */
  insert: string
  /** How many indicators it can hold; any number where it does not say. */
  most?: number
  /** What this kind of block lets choose first, and what stands under "Fler val". */
  first?: ReactNode
  more?: ReactNode
  /** Whether something under "Fler val" is chosen. */
  hasMore?: boolean
  onDone: (query: DataQuery) => void
  close: () => void
}

/** The form of every block that shows indicators of a year: source, indicators, year, caption, and the rest on demand. */
export function DataBlockForm(props: DataBlockFormProps) {
  return <WithCatalogue api={props.api}>{sources => <Choices {...props} sources={sources} />}</WithCatalogue>
}

type ChoicesProps = DataBlockFormProps & { sources: CatalogueSource[] }
type Errors = Partial<Record<'indicators' | 'year' | 'caption', string>>

const sourceOf = (sources: CatalogueSource[], ids: string[]): CatalogueSource | undefined =>
  sources.find(source => source.indicators.some(indicator => ids.includes(indicator.id)))

/** The chosen ones: those that stood there in their order, and new ones after them as the catalogue has them. */
const inOrder = (chosen: ReadonlySet<string>, before: string[], catalogue: string[]): string[] => [
  ...before.filter(id => chosen.has(id)),
  ...catalogue.filter(id => chosen.has(id) && !before.includes(id)),
]

function Choices({ sources, query, insert, most, first, more, hasMore, onDone, close }: ChoicesProps) {
  const isNew = query.indicatorIds.length === 0
  const catalogue = sources.flatMap(one => one.indicators.map(indicator => indicator.id))
  const [source, setSource] = useState(sourceOf(sources, query.indicatorIds) ?? sources[0])
  const [chosen, setChosen] = useState(query.indicatorIds)
  // Until somebody moves one, new ones take the place that the catalogue gives them.
  const [ordered, setOrdered] = useState(!isNew)
  const [year, setYear] = useState(String(query.year || ''))
  const [part, setPart] = useState(query.part)
  // Until somebody writes a caption it follows the source and the year.
  const [caption, setCaption] = useState<string | null>(query.caption || null)
  const [errors, setErrors] = useState<Errors>({})
  const [startsOpen] = useState(hasMore || query.part !== null)
  const shownCaption = caption ?? defaultCaption(source, year)

  const names = new Map(
    sources.flatMap(one => one.indicators).map(({ id, area, name }) => [id, area ? `${area}: ${name}` : name]),
  )

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // A form of a node view lies in the editor's tree: what it sends must not reach a form around it.
    event.stopPropagation()
    const found: Errors = {}
    if (!chosen.length) found.indicators = sv.indicatorsError
    if (most !== undefined && chosen.length > most) found.indicators = sv.tooMany(most)
    if (!/^\d{4}$/.test(year)) found.year = sv.yearError
    if (!shownCaption.trim()) found.caption = sv.captionError
    setErrors(found)
    if (Object.keys(found).length) return
    close()
    onDone({ indicatorIds: chosen, year: Number(year), part, caption: shownCaption.trim() })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {first}
      <SelectField
        label={sv.source}
        value={source?.source ?? ''}
        onChange={value => setSource(sources.find(one => one.source === value))}
        options={sources.map(one => [one.source, one.sourceName] as const)}
      />
      {source && (
        <IndicatorChoice
          source={source}
          chosen={new Set(chosen)}
          onChange={next => setChosen(inOrder(next, ordered ? chosen : [], catalogue))}
          error={errors.indicators ?? null}
        />
      )}
      <Field
        label={sv.year}
        hint={sv.yearHint((source?.years ?? []).join(', '), source?.newest ? periodName(source.newest) : null)}
        error={errors.year}
      >
        {control => (
          <input {...control} inputMode="numeric" value={year} onChange={event => setYear(event.target.value.trim())} />
        )}
      </Field>
      <Field label={sv.caption} error={errors.caption}>
        {control => <input {...control} value={shownCaption} onChange={event => setCaption(event.target.value)} />}
      </Field>
      <details open={startsOpen} className="rounded-md border border-line px-4 py-2">
        <summary className="min-h-8 py-1 font-semibold">{sv.more}</summary>
        <div className="mt-3 mb-2 flex flex-col gap-5">
          <PartField value={part} onChange={setPart} />
          {more}
          {chosen.length > 1 && (
            <IndicatorOrder
              ids={chosen}
              nameOf={id => names.get(id) ?? id}
              onChange={ids => {
                setChosen(ids)
                setOrdered(true)
              }}
            />
          )}
        </div>
      </details>
      <DialogActions>
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary">
          {isNew ? insert : sv.save}
        </Button>
      </DialogActions>
    </form>
  )
}
