import { useEffect, useRef, useState } from 'react'
import { useSurface } from '../surface-context.ts'
import type { ChosenWords } from './chosen-words.ts'
import { MessageForm } from './message-form.tsx'
import { Quote } from './quote.tsx'
import { sv } from './sv.ts'

/** The form for a comment that has no thread yet. */
export function NewComment({ begun }: { begun: ChosenWords }) {
  const { active, comments, tools } = useSurface()
  const [sent, setSent] = useState(false)
  const leaving = useRef(new AbortController())
  useEffect(() => {
    leaving.current = new AbortController()
    return () => leaving.current.abort()
  }, [])
  const backToText = (): void => active.getSnapshot()?.editor.view.focus()
  return (
    <section aria-label={sv.begin} className="mb-4 rounded-lg border border-accent p-3">
      <MessageForm
        label={sv.begin}
        action={sv.send}
        draft="new"
        focus
        status={sent ? sv.sending : sv.waiting}
        onSend={async body => {
          setSent(false)
          await comments.send(begun, body, { signal: leaving.current.signal, onSend: () => setSent(true) })
          tools.speak(sv.sent)
          backToText()
        }}
        onCancel={() => {
          leaving.current.abort()
          comments.show({ begun: null })
          backToText()
        }}
      >
        <Quote label={sv.about} words={begun.words} />
      </MessageForm>
    </section>
  )
}
