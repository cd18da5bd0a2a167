import { useState } from 'react'
import { COLUMN_KEYS, DEFAULT_COLUMNS, type IndicatorTableQuery } from '../../blocks/indicator-table/query.ts'
import { sv as words } from '../../blocks/indicator-table/sv.ts'
import type { ReportApi } from '../report-api.ts'
import { CheckBox } from './check-box.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { DataBlockForm } from './data-block-form.tsx'
import { DisplayField } from './display-field.tsx'
import { SpreadField } from './spread-field.tsx'

const sv = words.form

export interface IndicatorTableFormProps {
  api: Pick<ReportApi, 'indicators'>
  query: IndicatorTableQuery
  onDone: (query: IndicatorTableQuery) => void
  close: () => void
}

type Choice = Pick<IndicatorTableQuery, 'columns' | 'spread' | 'genders' | 'grouped' | 'sums' | 'display'>

const isUsual = ({ columns, spread, genders, grouped, sums, display }: Choice): boolean =>
  columns.join() === DEFAULT_COLUMNS.join() && spread === '1' && !genders && grouped && !sums && display === null

export function IndicatorTableForm({ api, query, onDone, close }: IndicatorTableFormProps) {
  const [choice, setChoice] = useState<Choice>(query)
  const set = (change: Partial<Choice>): void => setChoice(before => ({ ...before, ...change }))
  const more = (
    <>
      <ColumnChoice
        legend={sv.columns}
        keys={COLUMN_KEYS}
        names={sv.columnNames}
        chosen={choice.columns}
        onChange={columns => set({ columns })}
      />
      <SpreadField value={choice.spread} onChange={spread => set({ spread })} />
      <fieldset>
        <legend className="mb-1 font-semibold">{sv.rows}</legend>
        <CheckBox label={sv.genders} checked={choice.genders} onChange={genders => set({ genders })} />
        <CheckBox label={sv.grouped} checked={choice.grouped} onChange={grouped => set({ grouped })} />
        <CheckBox label={sv.sums} checked={choice.sums} onChange={sums => set({ sums })} />
      </fieldset>
      <DisplayField value={choice.display} onChange={display => set({ display })} />
    </>
  )
  return (
    <DataBlockForm
      api={api}
      query={query}
      insert={sv.insert}
      more={more}
      hasMore={!isUsual(query)}
      close={close}
      onDone={base => onDone({ ...query, ...choice, ...base })}
    />
  )
}
