'use client'

import { useId, useRef, useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { FieldError } from '#editor/ui/field.tsx'
import { setMeasureAction } from '../actions.ts'
import type { EditableKey } from '../editable.ts'
import { sv } from '../sv.ts'

const CHOICES = ['ej-paborjad', 'pagaende', 'klar', 'avbruten'] as const

const LOOK =
  'w-full min-h-10 rounded-md border border-control bg-surface px-2 py-1 aria-invalid:border-bad disabled:bg-sunken'

export interface MeasureFieldProps {
  /** Of the åtgärd. */
  id: string
  name: EditableKey
  label: string
  /** As it stood when the page was read. */
  value: string
  /** When that was, ms: another number is another reading. */
  readAt: number
}

type Saving = { state: 'quiet' | 'saving' | 'saved' } | { state: 'refused'; problem: string }

/**
 * One field of an åtgärd, saved when it is left (a choice: when it is made). What was refused stays to be corrected;
 * what somebody else wrote shows when the page is read anew, where nothing of one's own waits.
 */
export function MeasureField({ id, name, label, value, readAt }: MeasureFieldProps) {
  const errorId = useId()
  const [own, setOwn] = useState<string | null>(null)
  const [stored, setStored] = useState(value)
  const [saving, setSaving] = useState<Saving>({ state: 'quiet' })
  const asked = useRef<string | null>(null)
  const [seen, setSeen] = useState(readAt)
  const waits = saving.state === 'saving' || saving.state === 'refused' || (own !== null && own !== stored)
  if (seen !== readAt && !waits) {
    setSeen(readAt)
    setStored(value)
    setOwn(null)
  }
  const shown = own ?? value

  const save = async (typed: string): Promise<void> => {
    if (saving.state !== 'refused' && typed === (asked.current ?? stored)) return
    asked.current = typed
    setSaving({ state: 'saving' })
    const problem = await setMeasureAction(id, name, typed).catch(error => noAnswer(error, sv.noContact))
    // What was asked after this has an answer of its own.
    if (asked.current !== typed) return
    asked.current = null
    if (!problem) setStored(typed)
    setSaving(problem ? { state: 'refused', problem } : { state: 'saved' })
  }

  const control = {
    'aria-label': label,
    'aria-invalid': saving.state === 'refused' || undefined,
    'aria-describedby': saving.state === 'refused' ? errorId : undefined,
    className: LOOK,
    value: shown,
  }
  return (
    <>
      {name === 'status' ? (
        <select
          {...control}
          onChange={({ target }) => {
            setOwn(target.value)
            void save(target.value)
          }}
        >
          <option value="">{sv.none}</option>
          {CHOICES.map(key => (
            <option key={key} value={key}>
              {sv.filter.statuses[key]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...control}
          type={name === 'klart' ? 'date' : 'text'}
          onChange={({ target }) => setOwn(target.value)}
          onBlur={() => void save(shown)}
          onKeyDown={({ key }) => key === 'Enter' && void save(shown)}
        />
      )}
      <span role="status" className="block text-sm text-muted empty:hidden">
        {saving.state === 'saving' ? sv.saving : saving.state === 'saved' ? sv.saved : ''}
      </span>
      {saving.state === 'refused' && (
        <span role="alert">
          <FieldError id={errorId}>{saving.problem}</FieldError>
        </span>
      )}
    </>
  )
}
