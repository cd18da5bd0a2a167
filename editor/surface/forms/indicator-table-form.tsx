import { useState } from 'react'
import {
  COLUMN_KEYS,
  type ColumnKey,
  DEFAULT_COLUMNS,
  type IndicatorTableQuery,
  type Spread,
} from '../../blocks/indicator-table/query.ts'
import { sv as words } from '../../blocks/indicator-table/sv.ts'
import type { ReportApi } from '../report-api.ts'
import { CheckBox } from './check-box.tsx'
import { DataBlockForm } from './data-block-form.tsx'
import { DisplayField } from './display-field.tsx'
import { SelectField } from './select-field.tsx'

const sv = words.form

const SPREADS: [Spread, string][] = [
  ['1', sv.spreads.year],
  ['2', sv.spreads.years(2)],
  ['3', sv.spreads.years(3)],
  ['4', sv.spreads.years(4)],
  ['months', sv.spreads.months],
]

export interface IndicatorTableFormProps {
  api: Pick<ReportApi, 'indicators'>
  query: IndicatorTableQuery
  onDone: (query: IndicatorTableQuery) => void
  close: () => void
}

type Choice = Pick<IndicatorTableQuery, 'columns' | 'spread' | 'genders' | 'grouped' | 'sums' | 'display'>

const isUsual = ({ columns, spread, genders, grouped, sums, display }: Choice): boolean =>
  columns.join() === DEFAULT_COLUMNS.join() && spread === '1' && !genders && grouped && !sums && display === null

function Columns({ chosen, onChange }: { chosen: readonly ColumnKey[]; onChange: (columns: ColumnKey[]) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{sv.columns}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {COLUMN_KEYS.map(key => (
          <CheckBox
            key={key}
            label={sv.columnNames[key]}
            checked={chosen.includes(key)}
            onChange={checked => onChange(COLUMN_KEYS.filter(one => (one === key ? checked : chosen.includes(one))))}
          />
        ))}
      </div>
    </fieldset>
  )
}

export function IndicatorTableForm({ api, query, onDone, close }: IndicatorTableFormProps) {
  const [choice, setChoice] = useState<Choice>(query)
  const set = (change: Partial<Choice>): void => setChoice(before => ({ ...before, ...change }))
  const more = (
    <>
      <Columns chosen={choice.columns} onChange={columns => set({ columns })} />
      <SelectField label={sv.spread} value={choice.spread} onChange={spread => set({ spread })} options={SPREADS} />
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
