'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useState } from 'react'
import { TextField } from '#app/ui/text-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import { sv } from '../sv.ts'

async function send(reportId: string, file: File): Promise<string | null> {
  const body = new FormData()
  body.set('file', file)
  try {
    const answer = await fetch(`/api/reports/${reportId}/word`, { method: 'POST', body })
    return answer.ok ? null : (((await answer.json()) as { message?: string }).message ?? sv.lost)
  } catch {
    return sv.lost
  }
}

export function UploadForm({ reportId, another }: { reportId: string; another: boolean }) {
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const input = form.querySelector('input')
    const file = input?.files?.[0]
    if (!file) {
      setError(sv.required)
      input?.focus()
      return
    }
    setSending(true)
    const problem = await send(reportId, file)
    setSending(false)
    setError(problem)
    if (problem) return input?.focus()
    form.reset()
    router.refresh()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5">
      <TextField
        type="file"
        name="file"
        label={another ? sv.another : sv.file}
        hint={sv.fileHint}
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        error={error}
        required
      />
      <div>
        <Button type="submit" variant={another ? 'secondary' : 'primary'} loading={sending}>
          {sv.submit}
        </Button>
      </div>
    </form>
  )
}
