import { Check, CornerDownRight, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CommentThread } from '../../core/comment-thread.ts'
import { formatInstant } from '../../core/format-date.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { goToWords, showWords } from './go-to-words.ts'
import { MessageForm } from './message-form.tsx'
import { MessageView } from './message-view.tsx'
import { Quote } from './quote.tsx'
import { sv } from './sv.ts'
import { useAttempt } from './use-attempt.ts'

/** One thread: the words, what is said about them, and what can be done with it. */
export function ThreadCard({ thread }: { thread: CommentThread }) {
  const surface = useSurface()
  const { comments } = surface
  const isActive = useStore(comments, ({ active }) => active === thread.id)
  const [answering, setAnswering] = useState<'kept' | 'asked' | null>(() =>
    comments.drafts.read(thread.id) === '' ? null : 'kept',
  )
  const attempt = useAttempt()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Only where it is not the panel itself that leads: the list must not move under the pointer.
    if (isActive && !card.current?.contains(document.activeElement)) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const choose = (): void => comments.show({ active: thread.id })
  const { id, quote, placed, resolved, mayWrite, messages } = thread

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the focus does the same for the keyboard
    <li
      ref={card}
      data-thread={id}
      aria-current={isActive || undefined}
      onFocus={({ target }) => {
        choose()
        // A pointer is still down: what moved under it would not be clicked.
        if (target.matches('button:focus-visible')) showWords(thread)
      }}
      onClick={() => {
        choose()
        showWords(thread)
      }}
      className={classNames(
        'flex flex-col gap-2.5 rounded-lg border bg-surface p-3',
        isActive ? 'border-accent shadow-[inset_3px_0_0_var(--color-accent)]' : 'border-line',
      )}
    >
      <Quote label={sv.about} words={quote} />
      {!placed && <p className="text-sm font-medium text-warn">{sv.gone}</p>}
      <ol className="flex flex-col gap-3">
        {messages.map(message => (
          <MessageView key={message.id} threadId={id} message={message} mayWrite={mayWrite} />
        ))}
      </ol>
      {resolved && <p className="text-sm text-good">{sv.resolvedBy(resolved.by, formatInstant(resolved.at))}</p>}
      {answering && mayWrite && (
        <MessageForm
          label={sv.reply}
          action={sv.send}
          draft={id}
          // What was kept from an earlier visit is only shown: the caret stays where it is.
          focus={answering === 'asked'}
          onSend={async body => {
            await comments.reply(id, body)
            setAnswering(null)
          }}
          onCancel={() => setAnswering(null)}
        />
      )}
      <div className="flex flex-wrap gap-1.5">
        {mayWrite && !answering && (
          <Button size="sm" onClick={() => setAnswering('asked')}>
            {sv.reply}
          </Button>
        )}
        {mayWrite && (
          <Button
            size="sm"
            icon={resolved ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
            onClick={() => attempt(() => comments.resolve(id, !resolved), resolved ? sv.reopened : sv.resolved)}
          >
            {resolved ? sv.reopen : sv.resolve}
          </Button>
        )}
        {/* Beside the others there is no room for it; its words stand where theirs begin. */}
        <div className="-ml-2.5 basis-full">
          <Button
            size="sm"
            variant="ghost"
            icon={<CornerDownRight aria-hidden />}
            onClick={() => goToWords(surface, thread)}
          >
            {sv.goTo}
          </Button>
        </div>
      </div>
    </li>
  )
}
