import { CircleSlash } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { sv } from './sv.ts'

const MIN_LENGTH = 3
const MAX_LENGTH = 1000

export interface NotApplicableFormProps {
  reason: string
  onDone: (reason: string) => void
  close: () => void
}

export function NotApplicableForm({ reason: before, onDone, close }: NotApplicableFormProps) {
  const [reason, setReason] = useState(before)
  const [error, setError] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < MIN_LENGTH) return setError(sv.reasonError)
    close()
    onDone(reason.trim())
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field label={sv.reason} hint={sv.reasonHint} error={error}>
        {control => (
          <textarea
            {...control}
            rows={4}
            maxLength={MAX_LENGTH}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary">
          {sv.reasonSave}
        </Button>
      </DialogActions>
    </form>
  )
}

export interface NotApplicableNoteProps {
  reason: string
  /** Null for those who may not change it. */
  onEdit: (() => void) | null
  onUndo: () => void
}

export function NotApplicableNote({ reason, onEdit, onUndo }: NotApplicableNoteProps) {
  return (
    <div className="mt-3 flex gap-3 rounded-lg bg-sunken px-4 py-3">
      <CircleSlash aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div>
        <p>
          <span className="font-semibold">{sv.notApplicable}.</span> {reason}
        </p>
        {onEdit && (
          <p className="mt-2 flex flex-wrap gap-2 print:hidden">
            <Button size="sm" onClick={onEdit}>
              {sv.reasonEdit}
            </Button>
            <Button size="sm" variant="ghost" onClick={onUndo}>
              {sv.reasonUndo}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}
