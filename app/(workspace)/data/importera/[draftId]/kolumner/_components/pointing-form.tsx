'use client'

import { useState, useTransition } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { ColumnRole, Pointing } from '#server/indicators/layout/pointing.ts'
import type { PointingPage } from '#server/indicators/point-out.ts'
import { ButtonLink } from '../../../../../../ui/button-link.tsx'
import { SelectField } from '../../../../../../ui/select-field.tsx'
import { TextField } from '../../../../../../ui/text-field.tsx'
import { type SavePointingState, savePointingAction } from '../actions.ts'
import { sv } from '../sv.ts'
import { FirstRows } from './first-rows.tsx'
import { MeasureFields, measuresIn } from './measure-fields.tsx'
import { WholeFileFields } from './whole-file-fields.tsx'
import { WordsPreview } from './words-preview.tsx'

export interface PointingFormProps {
  page: PointingPage
  sources: { id: string; name: string }[]
}

/** With the measures that the columns name now, and no others. */
const tidy = (pointing: Pointing): Pointing => ({ ...pointing, measures: measuresIn(pointing) })

export function PointingForm({ page, sources }: PointingFormProps) {
  const [pointing, setPointing] = useState(page.pointing)
  const [source, setSource] = useState(page.source)
  const [name, setName] = useState('')
  const [keep, setKeep] = useState(page.source === '')
  const [state, setState] = useState<SavePointingState>({ message: null, name: null })
  const [saving, startSaving] = useTransition()

  const setColumn = (index: number, change: Partial<Pointing['columns'][number]>) =>
    setPointing(now => ({
      ...now,
      columns: now.columns.map(column => (column.index === index ? { ...column, ...change } : column)),
    }))
  const setMeasure = (measure: string, change: Partial<Pointing['measures'][number]>) =>
    setPointing(now => ({
      ...now,
      measures: measuresIn(now).map(one => (one.name === measure ? { ...one, ...change } : one)),
    }))
  /** A measure that is renamed stays counted as it was. */
  const nameColumn = (index: number, measure: string) =>
    setPointing(now => {
      const old = now.columns.find(column => column.index === index)?.measure ?? ''
      const known = now.measures.find(one => one.name === old.trim())
      const isNew = !now.measures.some(one => one.name === measure.trim())
      return {
        ...now,
        columns: now.columns.map(column => (column.index === index ? { ...column, measure } : column)),
        measures: known && isNew ? [...now.measures, { ...known, name: measure.trim() }] : now.measures,
      }
    })
  const save = () =>
    startSaving(async () => {
      setState({ message: null, name: null })
      const saving = savePointingAction(page.draftId, tidy(pointing), { id: source || null, name, keep })
      setState(await saving.catch(error => ({ message: noAnswer(error), name: null })))
    })

  return (
    <div className="flex flex-col gap-8">
      <FirstRows page={page} pointing={pointing} onRole={(index, role: ColumnRole) => setColumn(index, { role })} />
      <MeasureFields columns={page.columns} pointing={pointing} onColumn={nameColumn} onMeasure={setMeasure} />
      <WholeFileFields
        columns={page.columns}
        pointing={pointing}
        onChange={change => setPointing(now => ({ ...now, ...change }))}
      />
      <WordsPreview draftId={page.draftId} pointing={tidy(pointing)} />
      <form
        aria-label={sv.save.title}
        action={save}
        className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={sv.save.source}
            value={source}
            placeholder={sv.save.newSource}
            options={sources.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={event => setSource(event.target.value)}
          />
          {source === '' && (
            <TextField
              label={sv.save.name}
              hint={sv.save.nameHint}
              value={name}
              error={state.name ? (sv.save.errors[state.name] ?? sv.save.errors.missing) : null}
              onChange={event => setName(event.target.value)}
            />
          )}
        </div>
        {source !== '' && (
          <label className="flex min-h-6 items-center gap-2">
            <input type="checkbox" checked={keep} onChange={event => setKeep(event.target.checked)} />
            {sv.save.keep}
          </label>
        )}
        {state.message && (
          <Notice tone="bad" title={sv.save.failed} alert>
            {state.message}
          </Notice>
        )}
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button type="submit" variant="primary" loading={saving}>
            {sv.save.submit}
          </Button>
          <ButtonLink href="/data" variant="ghost">
            {sv.back}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
