'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { Field } from '#editor/ui/field.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { ImportSource } from '#server/indicators/list-sources.ts'
import { ButtonLink } from '../../../../ui/button-link.tsx'
import { Progress } from '../../../../ui/progress.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { nextPage, type Sending, sendFile } from '../send-file.ts'
import { sv } from '../sv.ts'

export interface ImportFormProps {
  sources: ImportSource[]
  initialSource: string
  /** Bytes. */
  maxBytes: number
}

type Method = Sending['method']

const PASTED = 'inklistrat.txt'

function errorOf(method: Method, body: Blob | undefined, maxBytes: number): string | null {
  if (!body || body.size === 0) return method === 'file' ? sv.file.required : sv.paste.required
  return body.size > maxBytes ? sv.file.tooLarge : null
}

function MethodChoice({ method, onChange }: { method: Method; onChange: (method: Method) => void }) {
  return (
    <fieldset>
      <legend className="font-semibold">{sv.how.label}</legend>
      <div className="mt-1.5 flex flex-wrap gap-x-6 gap-y-2">
        {(['file', 'paste'] as const).map(value => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input type="radio" name="method" checked={method === value} onChange={() => onChange(value)} />
            {sv.how[value]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function ImportForm({ sources, initialSource, maxBytes }: ImportFormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [source, setSource] = useState(sources.some(({ id }) => id === initialSource) ? initialSource : '')
  const [method, setMethod] = useState<Method>('file')
  const [error, setError] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  /** Share that is sent; null while nothing is under way. */
  const [sent, setSent] = useState<number | null>(null)
  const chosen = sources.find(({ id }) => id === source)

  // After a refusal the field to correct gets the focus, which also makes a screen reader say what is wrong.
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error])

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sent !== null) return
    const file = form.current?.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0]
    const pasted = form.current?.querySelector('textarea')?.value.trim()
    const body = method === 'file' ? file : pasted ? new Blob([pasted]) : undefined
    const found = errorOf(method, body, maxBytes)
    setError(found)
    setMessage(null)
    if (!body || found) return
    setSent(0)
    const fileName = method === 'file' ? (file?.name ?? '') : PASTED
    const answer = await sendFile({ source, method, fileName, body }, setSent)
    if (answer && 'draftId' in answer) return router.push(nextPage(answer))
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
        <MethodChoice
          method={method}
          onChange={value => {
            setMethod(value)
            setError(null)
          }}
        />
        {method === 'file' ? (
          <TextField
            type="file"
            label={sv.file.label}
            hint={sv.file.hint}
            name="file"
            accept=".xlsx,.xlsm,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            error={error}
            required
          />
        ) : (
          <Field label={sv.paste.label} hint={sv.paste.hint} error={error}>
            {control => (
              <textarea
                {...control}
                rows={10}
                spellCheck={false}
                wrap="off"
                className={`${control.className} font-mono text-sm`}
              />
            )}
          </Field>
        )}
        <SelectField
          label={sv.source.label}
          hint={chosen ? sv.source.columns(chosen.columns) : sv.source.hint}
          name="source"
          placeholder={sv.source.recognise}
          options={sources.map(({ id, name }) => ({ value: id, label: name }))}
          value={source}
          onChange={event => setSource(event.target.value)}
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
