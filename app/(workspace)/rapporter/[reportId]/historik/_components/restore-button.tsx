'use client'

import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { useToast } from '#app/ui/toast.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Dialog, DialogActions } from '#editor/ui/dialog.tsx'
import { restoreAction } from '../actions.ts'
import { sv } from '../sv.ts'

export interface RestoreButtonProps {
  reportId: string
  /** Log position to go back to, and what it is called. */
  seq: number
  when: string
  /** Null for the whole report, which asks first. */
  section: { id: string; name: string } | null
}

export function RestoreButton({ reportId, seq, when, section }: RestoreButtonProps) {
  const router = useRouter()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)

  const restore = async (to: number, done: (sections: number) => string, canUndo: boolean): Promise<void> => {
    setBusy(true)
    const result = await restoreAction(reportId, to, section?.id ?? null).catch(noAnswer)
    setBusy(false)
    setAsking(false)
    if (typeof result === 'string') return toast({ title: result, tone: 'bad' })
    if ('message' in result) {
      toast({ title: sv.restore.failed, text: result.message, tone: 'bad' })
      return
    }
    const { before, changed, skipped } = result
    toast({
      title: changed.length > 0 ? done(changed.length) : sv.restore.nothing,
      ...(skipped.length > 0 && { text: sv.restore.skipped(skipped.length) }),
      tone: 'good',
      ...(canUndo &&
        changed.length > 0 && {
          action: { label: sv.restore.undo, run: () => void restore(before, () => sv.restore.undone, false) },
        }),
    })
    router.refresh()
  }
  const start = (): void => void restore(seq, sv.restore.done, true)

  if (section)
    return (
      <Button
        size="sm"
        icon={<Undo2 aria-hidden />}
        loading={busy}
        title={sv.restore.to(when)}
        aria-label={sv.restore.sectionOf(section.name)}
        onClick={start}
      >
        {sv.restore.section}
      </Button>
    )
  return (
    <>
      <Button icon={<Undo2 aria-hidden />} onClick={() => setAsking(true)}>
        {sv.restore.whole}
      </Button>
      <Dialog title={sv.restore.whole} description={sv.restore.wholeText(when)} open={asking} onOpenChange={setAsking}>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{sv.restore.cancel}</Button>
          <Button variant="primary" loading={busy} onClick={start}>
            {sv.restore.confirm}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
