import { useState } from 'react'
import { CHART_KINDS, type ChartKind, type ChartQuery, usualSpread } from '../../blocks/chart/query.ts'
import { sv as words } from '../../blocks/chart/sv.ts'
import type { ReportApi } from '../report-api.ts'
import { CheckBox } from './check-box.tsx'
import { DataBlockForm } from './data-block-form.tsx'
import { DisplayField } from './display-field.tsx'
import { SelectField } from './select-field.tsx'
import { SpreadField } from './spread-field.tsx'

const sv = words.form

export interface ChartFormProps {
  api: Pick<ReportApi, 'indicators'>
  query: ChartQuery
  onDone: (query: ChartQuery) => void
  close: () => void
}

type Choice = Pick<ChartQuery, 'kind' | 'spread' | 'target' | 'display'>

/** Another kind has its own usual spread, unless one is chosen. */
const ofKind = (choice: Choice, kind: ChartKind): Choice => ({
  ...choice,
  kind,
  spread: choice.spread === usualSpread(choice.kind) ? usualSpread(kind) : choice.spread,
})

export function ChartForm({ api, query, onDone, close }: ChartFormProps) {
  const [choice, setChoice] = useState<Choice>(query)
  const set = (change: Partial<Choice>): void => setChoice(before => ({ ...before, ...change }))
  const isUsual = query.spread === usualSpread(query.kind) && query.target && query.display === null
  return (
    <DataBlockForm
      api={api}
      query={query}
      insert={sv.insert}
      first={
        <SelectField
          label={sv.kind}
          value={choice.kind}
          onChange={kind => setChoice(before => ofKind(before, kind))}
          options={CHART_KINDS.map(kind => [kind, sv.kinds[kind]] as const)}
        />
      }
      more={
        <>
          {choice.kind !== 'bar' && <SpreadField value={choice.spread} onChange={spread => set({ spread })} />}
          <CheckBox label={sv.target} checked={choice.target} onChange={target => set({ target })} />
          <DisplayField value={choice.display} onChange={display => set({ display })} />
        </>
      }
      hasMore={!isUsual}
      close={close}
      onDone={base => onDone({ ...query, ...choice, ...base })}
    />
  )
}
