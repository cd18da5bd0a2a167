import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { errorMessage } from '../report-api.ts'
import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'

/** As the server has it. */
const MOST = 5_000

export interface MessageFormProps {
  label: string
  action: string
  /** Names what is written while it is not sent. */
  draft: string
  /** What stands there to begin with. */
  initial?: string
  /** @throws ApiError; TypeError where there is no contact */
  onSend: (body: string) => Promise<void>
  /** Null where the form is always there. */
  onCancel: (() => void) | null
  focus?: boolean
  /** What is being waited for. */
  status?: string | null
  children?: ReactNode
}

/** Writes one message. What is written stays in the browser until it is sent. */
export function MessageForm(props: MessageFormProps) {
  const { label, action, draft, initial = '', onSend, onCancel, focus = false, status = null, children } = props
  const { comments } = useSurface()
  const [text, setText] = useState(() => comments.drafts.read(draft) || initial)
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!focus) return
    area.current?.focus()
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [focus])

  const write = (next: string): void => {
    setText(next)
    setError(null)
    comments.drafts.keep(draft, next === initial ? '' : next)
  }
  const send = async (): Promise<void> => {
    const body = text.trim()
    if (sending) return
    if (body === '') return setError(sv.noMessage)
    if (body.length > MOST) return setError(sv.tooLong(MOST))
    setSending(true)
    try {
      await onSend(body)
      comments.drafts.keep(draft, '')
      setText(initial)
    } catch (failure) {
      if (!(failure instanceof DOMException)) setError(errorMessage(failure))
    } finally {
      setSending(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
  }
  const cancel = (): void => {
    comments.drafts.keep(draft, '')
    setText(initial)
    onCancel?.()
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2">
      {children}
      <Field label={label} error={error}>
        {control => (
          <textarea
            {...control}
            ref={area}
            rows={text.includes('\n') || text.length > 80 ? 4 : 2}
            value={text}
            onChange={event => write(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <p role="status" className="text-sm text-muted empty:hidden">
        {sending ? status : ''}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" loading={sending}>
          {action}
        </Button>
        {onCancel && (
          <Button size="sm" onClick={cancel}>
            {sv.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
