'use client'

import { FileCheck } from 'lucide-react'
import { type DragEvent, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { classNames } from '#editor/ui/class-names.ts'
import type { VerifyAnswer } from '#server/signing/verify/verify-answer.ts'
import { Progress } from '../../../ui/progress.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { sendFile } from '../send-file.ts'
import { sv } from '../sv.ts'
import { JudgementView } from './judgement-view.tsx'

export interface VerifyFormProps {
  /** Where the form goes, with and without a script. */
  path: string
  /** Bytes. */
  maxBytes: number
  /** What the server answered a form that was sent without a script. */
  initial: VerifyAnswer | null
  /** SHA-256 of the file that the page tells about already; null where it tells about none. */
  shown: string | null
}

export function VerifyForm({ path, maxBytes, initial, shown }: VerifyFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [answer, setAnswer] = useState<VerifyAnswer | null>(initial)
  /** Of the file that the answer is about; empty where nobody but the browser knew. */
  const [fileName, setFileName] = useState('')
  const [error, setError] = useState<string | null>(null)
  /** Share that is sent; null while nothing is under way. */
  const [sent, setSent] = useState<number | null>(null)
  const [over, setOver] = useState(false)

  // The answer gets the focus, so that a screen reader goes on there.
  useEffect(() => {
    if (answer && answer !== initial) heading.current?.focus()
  }, [answer, initial])

  const picker = () => form.current?.querySelector<HTMLInputElement>('input[type=file]')
  const check = async (file: File | undefined) => {
    if (sent !== null) return
    setError(file ? null : sv.form.required)
    if (!file) {
      picker()?.focus()
      return
    }
    setFileName(file.name)
    if (file.size === 0 || file.size > maxBytes) {
      setAnswer({ problem: file.size === 0 ? 'empty-file' : 'file-too-large' })
      return
    }
    setAnswer(null)
    setSent(0)
    const answered = await sendFile(path, file, setSent)
    setSent(null)
    setAnswer(answered ?? { problem: 'no-answer' })
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void check(picker()?.files?.[0])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void check(event.dataTransfer.files[0])
  }

  return (
    <>
      <form
        ref={form}
        // What is wrong is said here, in the language of the page.
        noValidate
        method="post"
        action={path}
        encType="multipart/form-data"
        onSubmit={submit}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          'flex flex-col gap-4 rounded-xl border-2 border-dashed bg-surface p-5 sm:p-6',
          over ? 'border-accent bg-accent-soft' : 'border-control',
        )}
      >
        <TextField
          type="file"
          name="fil"
          label={over ? sv.form.drop : sv.form.label}
          hint={sv.form.hint}
          accept=".pdf,application/pdf"
          error={error}
          required
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" variant="primary" icon={<FileCheck />} loading={sent !== null}>
            {sv.form.submit}
          </Button>
          <p className="text-sm text-muted">{sv.privacy}</p>
        </div>
        <div role="status" className="empty:-mt-4">
          {sent !== null && (
            <Progress
              value={sent < 1 ? sent : null}
              max={1}
              label={sent < 1 ? sv.form.sending(Math.round(sent * 10) * 10) : sv.form.checking}
            />
          )}
        </div>
      </form>
      {answer && (
        <section aria-labelledby="answer" className="flex flex-col gap-4">
          <h2 id="answer" ref={heading} tabIndex={-1} className="text-xl font-semibold wrap-anywhere">
            {sv.answer(fileName)}
          </h2>
          <JudgementView answer={answer} shown={shown} />
        </section>
      )}
    </>
  )
}
