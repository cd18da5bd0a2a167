'use client'

import { Redo2, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { Button } from '#editor/ui/button.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { sv as all } from '../sv.ts'
import { undoAction } from './undo-action.ts'

const sv = all.undo

export interface UndoButtonProps {
  /** What to undo: the import, or the newest undoing in its line. */
  turn: string
  isUndone: boolean
  /** Which import, for those who hear only the button. */
  about: string
}

/** No question before: what is undone is done again by the same button, or by the message that follows. */
export function UndoButton({ turn, isUndone, about }: UndoButtonProps) {
  const router = useRouter()
  const toast = useToast()
  const [working, start] = useTransition()
  const run = (importId: string, isRedo: boolean) =>
    start(async () => {
      const answer = await undoAction(importId).catch(noAnswer)
      if (typeof answer === 'string') return toast({ title: answer, tone: 'bad' })
      if ('message' in answer) return toast({ title: sv.failed, text: answer.message, tone: 'bad' })
      router.refresh()
      toast({
        title: isRedo ? sv.redone : sv.undone,
        text: sv.counts(answer.restored + answer.withdrawn, answer.kept, isRedo),
        tone: 'good',
        action: { label: isRedo ? sv.undo : sv.redo, run: () => run(answer.importId, !isRedo) },
      })
    })
  const label = isUndone ? sv.redo : sv.undo
  return (
    <Button
      size="sm"
      icon={isUndone ? <Redo2 aria-hidden /> : <Undo2 aria-hidden />}
      loading={working}
      aria-label={`${label}: ${about}`}
      onClick={() => run(turn, isUndone)}
    >
      {label}
    </Button>
  )
}
