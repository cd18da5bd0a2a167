'use client'

import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { useToast } from '#app/ui/toast.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Dialog, DialogActions } from '#editor/ui/dialog.tsx'

export interface ReasonButtonProps {
  text: string
  title: string
  description: string
  danger?: boolean
  words: { label: string; hint: string; missing: string; cancel: string }
  /** @returns Swedish: what went wrong; null when it is done */
  run: (reason: string) => Promise<string | null>
}

/** A button for what is done with a reason, which it asks for. */
export function ReasonButton({ text, title, description, danger = false, words, run }: ReasonButtonProps) {
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [working, setWorking] = useState(false)
  const confirm = async (): Promise<void> => {
    if (reason.trim().length < 3) return setMissing(true)
    setWorking(true)
    const problem = await run(reason).catch(noAnswer)
    setWorking(false)
    if (problem) return toast({ title: problem, tone: 'bad' })
    setOpen(false)
    setReason('')
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text}</Button>
      <Dialog title={title} description={description} open={open} onOpenChange={setOpen} size="sm">
        <TextAreaField
          label={words.label}
          hint={words.hint}
          error={missing && reason.trim().length < 3 ? words.missing : null}
          value={reason}
          maxLength={2000}
          onChange={event => setReason(event.target.value)}
        />
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
          <Button variant={danger ? 'danger' : 'primary'} loading={working} onClick={() => void confirm()}>
            {text}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
