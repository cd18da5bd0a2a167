import { type FormEvent, useState } from 'react'
import { sv } from '../../blocks/image/sv.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ApiError, errorMessage, type ReportApi } from '../report-api.ts'

const TYPES = ['image/png', 'image/jpeg']

export interface ImageFormProps {
  api: Pick<ReportApi, 'storeImage'>
  /** A picture that was pasted or dropped. */
  file?: File
  onDone: (image: { imageId: string; alt: string }) => void
  close: () => void
}

/** A picture gets in only with a text alternative (DOS-lagen, WCAG 1.1.1). */
export function ImageForm({ api, file: given, onDone, close }: ImageFormProps) {
  const [file, setFile] = useState<File | null>(given ?? null)
  const [alt, setAlt] = useState('')
  const [errors, setErrors] = useState<{ file?: string; alt?: string; form?: string }>({})
  const [storing, setStoring] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = { file: file ? undefined : sv.fileErrors.required, alt: alt.trim() ? undefined : sv.altError }
    setErrors(found)
    if (!file || found.alt) return
    setStoring(true)
    try {
      const { imageId } = await api.storeImage(file)
      close()
      onDone({ imageId, alt: alt.trim() })
    } catch (error) {
      const code = error instanceof ApiError ? error.fields.file : undefined
      setErrors(code ? { file: sv.fileErrors[code] ?? errorMessage(error) } : { form: errorMessage(error) })
      setStoring(false)
    }
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate className="flex flex-col gap-5">
      {errors.form && (
        <Notice tone="bad" alert>
          {errors.form}
        </Notice>
      )}
      {given ? (
        <p>{given.name}</p>
      ) : (
        <Field label={sv.file} hint={sv.fileHint} error={errors.file}>
          {control => (
            <input
              {...control}
              type="file"
              accept={TYPES.join(',')}
              onChange={event => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
      )}
      <Field label={sv.alt} hint={sv.altHint} error={errors.alt}>
        {control => (
          <textarea {...control} rows={3} required value={alt} onChange={event => setAlt(event.target.value)} />
        )}
      </Field>
      <DialogActions>
        <Button onClick={close}>{sv.cancel}</Button>
        <Button type="submit" variant="primary" loading={storing}>
          {sv.insert}
        </Button>
      </DialogActions>
    </form>
  )
}
