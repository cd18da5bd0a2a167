import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { sv } from './sv.ts'

export interface CaptionFormProps {
  caption: string
  onDone: (caption: string) => void
  close: () => void
}

export function CaptionForm({ caption: before, onDone, close }: CaptionFormProps) {
  const [caption, setCaption] = useState(before)
  const [error, setError] = useState<string | null>(null)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    if (!caption.trim()) {
      setError(sv.captionError)
      return
    }
    close()
    onDone(caption.trim())
  }

  return (
    <form onSubmit={submit} noValidate>
      <Field label={sv.caption} error={error}>
        {control => <input {...control} value={caption} onChange={event => setCaption(event.target.value)} />}
      </Field>
      <DialogActions>
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary">
          {sv.save}
        </Button>
      </DialogActions>
    </form>
  )
}
