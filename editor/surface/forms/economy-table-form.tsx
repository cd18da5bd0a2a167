import { useState } from 'react'
import {
  CONVENTIONS,
  DEFAULT_ECONOMY_COLUMNS,
  ECONOMY_COLUMNS,
  type EconomyTableQuery,
  FORECASTS,
} from '../../blocks/economy-table/query.ts'
import { sv as words } from '../../blocks/economy-table/sv.ts'
import type { ReportApi } from '../report-api.ts'
import { ColumnChoice } from './column-choice.tsx'
import { DataBlockForm } from './data-block-form.tsx'
import { DisplayField } from './display-field.tsx'
import { SelectField } from './select-field.tsx'

const sv = words.form

export interface EconomyTableFormProps {
  api: Pick<ReportApi, 'indicators'>
  query: EconomyTableQuery
  onDone: (query: EconomyTableQuery) => void
  close: () => void
}

type Choice = Pick<EconomyTableQuery, 'columns' | 'convention' | 'forecast' | 'display'>

export function EconomyTableForm({ api, query, onDone, close }: EconomyTableFormProps) {
  const [choice, setChoice] = useState<Choice>(query)
  const set = (change: Partial<Choice>): void => setChoice(before => ({ ...before, ...change }))
  const isUsual = query.columns.join() === DEFAULT_ECONOMY_COLUMNS.join() && query.display === null
  return (
    <DataBlockForm
      api={api}
      query={query}
      insert={sv.insert}
      first={
        <SelectField
          label={sv.convention}
          value={choice.convention}
          onChange={convention => set({ convention })}
          options={CONVENTIONS.map(one => [one, sv.conventions[one]] as const)}
        />
      }
      more={
        <>
          <ColumnChoice
            legend={sv.columns}
            keys={ECONOMY_COLUMNS}
            names={sv.columnNames}
            chosen={choice.columns}
            onChange={columns => set({ columns })}
          />
          {choice.columns.includes('forecast') && (
            <SelectField
              label={sv.forecast}
              value={choice.forecast}
              onChange={forecast => set({ forecast })}
              options={FORECASTS.map(one => [one, sv.forecasts[one]] as const)}
            />
          )}
          <DisplayField value={choice.display} onChange={display => set({ display })} />
        </>
      }
      hasMore={!isUsual || query.forecast !== 'amount'}
      close={close}
      onDone={base => onDone({ ...query, ...choice, ...base })}
    />
  )
}
