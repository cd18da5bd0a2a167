import { useState } from 'react'
import type { CommentMessage } from '../../core/comment-thread.ts'
import { formatInstant } from '../../core/format-date.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { MessageForm } from './message-form.tsx'
import { sv } from './sv.ts'
import { useAttempt } from './use-attempt.ts'

const LINK = 'min-h-6 rounded-sm text-sm font-medium text-accent underline-offset-2 hover:underline'

export interface MessageViewProps {
  threadId: string
  message: CommentMessage
  mayWrite: boolean
}

/** What one person has said; they change it and take it back themselves. */
export function MessageView({ threadId, message, mayWrite }: MessageViewProps) {
  const { comments, colourOf, structure } = useSurface()
  const me = useStore(structure, state => state.structure.me.id)
  const [editing, setEditing] = useState(false)
  const attempt = useAttempt()
  const { id, author, body, at, editedAt } = message
  const mine = mayWrite && author.id === me
  const change = (removed: boolean): void => attempt(() => comments.change(threadId, id, { removed }))

  return (
    <li className="flex gap-2">
      <Avatar name={author.name} colour={colourOf(author.id)} size="sm" decorative />
      <div className="min-w-0 grow">
        <p className="text-sm">
          <span className="font-semibold">{author.name}</span>{' '}
          <span className="text-muted">
            <time dateTime={at}>{formatInstant(at)}</time>
            {editedAt && body !== null && `, ${sv.edited}`}
          </span>
        </p>
        {editing && body !== null ? (
          <MessageForm
            label={sv.edit}
            action={sv.save}
            draft={`message-${id}`}
            initial={body}
            focus
            onSend={async text => {
              await comments.change(threadId, id, { body: text })
              setEditing(false)
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <p className={body === null ? 'text-muted italic' : 'break-words whitespace-pre-line'}>
            {body ?? sv.removed}
          </p>
        )}
        {mine && !editing && (
          <p className="flex gap-3">
            {body === null ? (
              <button type="button" className={LINK} onClick={() => change(false)}>
                {sv.restore}
              </button>
            ) : (
              <>
                <button type="button" className={LINK} onClick={() => setEditing(true)}>
                  {sv.edit}
                </button>
                <button type="button" className={LINK} onClick={() => change(true)}>
                  {sv.remove}
                </button>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
