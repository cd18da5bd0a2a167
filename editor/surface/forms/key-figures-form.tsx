import { useState } from 'react'
import { type KeyFiguresQuery, MOST_KEY_FIGURES } from '../../blocks/key-figures/query.ts'
import { sv as words } from '../../blocks/key-figures/sv.ts'
import type { ReportApi } from '../report-api.ts'
import { CheckBox } from './check-box.tsx'
import { DataBlockForm } from './data-block-form.tsx'
import { DisplayField } from './display-field.tsx'

const sv = words.form

export interface KeyFiguresFormProps {
  api: Pick<ReportApi, 'indicators'>
  query: KeyFiguresQuery
  onDone: (query: KeyFiguresQuery) => void
  close: () => void
}

export function KeyFiguresForm({ api, query, onDone, close }: KeyFiguresFormProps) {
  const [target, setTarget] = useState(query.target)
  const [display, setDisplay] = useState(query.display)
  return (
    <DataBlockForm
      api={api}
      query={query}
      insert={sv.insert}
      most={MOST_KEY_FIGURES}
      more={
        <>
          <CheckBox label={sv.target} checked={target} onChange={setTarget} />
          <DisplayField value={display} onChange={setDisplay} />
        </>
      }
      hasMore={!query.target || query.display !== null}
      close={close}
      onDone={base => onDone({ ...query, target, display, ...base })}
    />
  )
}
