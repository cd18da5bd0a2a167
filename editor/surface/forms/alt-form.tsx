import { type FormEvent, useState } from 'react'
import { sv } from '../../blocks/image/sv.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'

export interface AltFormProps {
  alt: string
  onDone: (alt: string) => void
  close: () => void
}

export function AltForm({ alt: before, onDone, close }: AltFormProps) {
  const [alt, setAlt] = useState(before)
  const [error, setError] = useState<string | null>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!alt.trim()) return setError(sv.altError)
    close()
    onDone(alt.trim())
  }

  return (
    <form onSubmit={submit} noValidate>
      <Field label={sv.alt} hint={sv.altHint} error={error}>
        {control => <textarea {...control} rows={3} value={alt} onChange={event => setAlt(event.target.value)} />}
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
