'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { ImportSource } from '#server/indicators/list-sources.ts'
import { ButtonLink } from '../../../../ui/button-link.tsx'
import { Progress } from '../../../../ui/progress.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { sendFile } from '../send-file.ts'
import { sv } from '../sv.ts'

export interface ImportFormProps {
  sources: ImportSource[]
  initialSource: string
  /** Bytes. */
  maxBytes: number
}

interface Errors {
  source?: string
  file?: string
}

function errorsOf(source: string, file: File | undefined, maxBytes: number): Errors {
  return {
    ...(!source && { source: sv.source.required }),
    ...(!file && { file: sv.file.required }),
    ...(file && file.size > maxBytes && { file: sv.file.tooLarge }),
  }
}

export function ImportForm({ sources, initialSource, maxBytes }: ImportFormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [source, setSource] = useState(sources.some(({ id }) => id === initialSource) ? initialSource : '')
  const [errors, setErrors] = useState<Errors>({})
  const [message, setMessage] = useState<string | null>(null)
  /** Share that is sent; null while nothing is under way. */
  const [sent, setSent] = useState<number | null>(null)
  const chosen = sources.find(({ id }) => id === source)

  // After a refusal the first field to correct gets the focus, which also makes a screen reader say what is wrong.
  useEffect(() => {
    if (Object.keys(errors).length) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [errors])

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sent !== null) return
    const file = form.current?.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
    const found = errorsOf(source, file, maxBytes)
    setErrors(found)
    setMessage(null)
    if (!file || Object.keys(found).length) return
    setSent(0)
    const answer = await sendFile(source, file, setSent)
    if (answer && 'draftId' in answer) return router.push(`/data/importera/${answer.draftId}`)
    setSent(null)
    setMessage(answer?.message ?? sv.noAnswer)
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-6">
      {message && (
        <Notice tone="bad" title={sv.failed} alert>
          {message}
        </Notice>
      )}
      <div className="flex flex-col gap-6 rounded-xl border border-line bg-surface p-5 sm:p-6">
        <SelectField
          label={sv.source.label}
          hint={chosen && sv.source.columns(chosen.columns)}
          name="source"
          placeholder={sv.source.placeholder}
          options={sources.map(({ id, name }) => ({ value: id, label: name }))}
          value={source}
          onChange={event => setSource(event.target.value)}
          error={errors.source}
          required
        />
        <TextField
          type="file"
          label={sv.file.label}
          hint={sv.file.hint}
          name="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          error={errors.file}
          required
          className="file:mr-3 file:rounded file:border-0 file:bg-accent-soft file:px-3 file:py-1 file:font-semibold file:text-accent"
        />
      </div>
      <div role="status">
        {sent !== null && (
          <Progress value={sent < 1 ? sent : null} max={1} label={sent < 1 ? sv.uploading(sent) : sv.reading} />
        )}
      </div>
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button type="submit" variant="primary" loading={sent !== null}>
          {sv.submit}
        </Button>
        <ButtonLink href="/data" variant="ghost">
          {sv.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
