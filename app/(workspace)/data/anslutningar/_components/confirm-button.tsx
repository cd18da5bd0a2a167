'use client'

import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { useToast } from '#app/ui/toast.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Dialog, DialogActions } from '#editor/ui/dialog.tsx'
import { sv } from '../sv.ts'

export interface ConfirmButtonProps {
  /** On the button. */
  text: string
  /** Which thing it is about, for those who do not see its row. */
  label: string
  title: string
  description: string
  /** @returns Swedish: what went wrong; null when it is done */
  run: () => Promise<string | null>
}

/** A button for what cannot be taken back: it asks first. */
export function ConfirmButton({ text, label, title, description, run }: ConfirmButtonProps) {
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const [working, setWorking] = useState(false)
  const confirm = async (): Promise<void> => {
    setWorking(true)
    const problem = await run().catch(noAnswer)
    setWorking(false)
    setOpen(false)
    if (problem) toast({ title: problem, tone: 'bad' })
  }
  return (
    <>
      <Button size="sm" aria-label={label} onClick={() => setOpen(true)}>
        {text}
      </Button>
      <Dialog title={title} description={description} open={open} onOpenChange={setOpen} size="sm">
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{sv.cancel}</Button>
          <Button variant="danger" loading={working} onClick={() => void confirm()}>
            {text}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
