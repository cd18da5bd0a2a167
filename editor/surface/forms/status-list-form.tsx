import { type FormEvent, useState } from 'react'
import { sv as words } from '../../blocks/status-list/sv.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { sv as common } from './sv.ts'

const sv = words.form

export interface StatusListFormProps {
  caption: string
  onDone: (list: { caption: string; goals: string[] }) => void
  close: () => void
}

/** A new list: its goals can be pasted, one on each line. */
export function StatusListForm({ caption: usual, onDone, close }: StatusListFormProps) {
  const [caption, setCaption] = useState(usual)
  const [goals, setGoals] = useState('')
  const [errors, setErrors] = useState<{ caption?: string; goals?: string }>({})

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const lines = goals
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    const found = {
      ...(caption.trim() ? {} : { caption: sv.captionError }),
      ...(lines.length ? {} : { goals: sv.goalsError }),
    }
    setErrors(found)
    if (Object.keys(found).length) return
    close()
    onDone({ caption: caption.trim(), goals: lines })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label={sv.caption} error={errors.caption}>
        {control => <input {...control} value={caption} onChange={event => setCaption(event.target.value)} />}
      </Field>
      <Field label={sv.goals} error={errors.goals}>
        {control => <textarea {...control} rows={6} value={goals} onChange={event => setGoals(event.target.value)} />}
      </Field>
      <DialogActions>
        <Button onClick={close}>{common.cancel}</Button>
        <Button type="submit" variant="primary">
          {sv.insert}
        </Button>
      </DialogActions>
    </form>
  )
}
