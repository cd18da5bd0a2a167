'use client'

import { CalendarPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { Button } from '#editor/ui/button.tsx'
import { Dialog, DialogActions } from '#editor/ui/dialog.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { renewFeedAction, revokeFeedAction } from '../actions.ts'
import { sv as all } from '../sv.ts'

const sv = all.feed

/** "2026-01-31 09:15"; null where there is no address, or no calendar has used it. */
export interface FeedDialogProps {
  created: string | null
  used: string | null
}

type Said = { tone: 'good' | 'bad'; text: string }

export function FeedDialog({ created, used }: FeedDialogProps) {
  const [open, setOpen] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const [working, setWorking] = useState(false)
  const router = useRouter()

  const run = async (work: () => Promise<Said | null>): Promise<void> => {
    setWorking(true)
    setSaid(await work().catch((): Said => ({ tone: 'bad', text: sv.failed })))
    setWorking(false)
    router.refresh()
  }
  const renew = () =>
    run(async () => {
      const made = await renewFeedAction().catch(error => ({ problem: noAnswer(error) }))
      setAddress('address' in made ? made.address : null)
      return 'problem' in made ? { tone: 'bad', text: made.problem } : null
    })
  const revoke = () =>
    run(async () => {
      const problem = await revokeFeedAction().catch(noAnswer)
      if (!problem) setAddress(null)
      return problem ? { tone: 'bad', text: problem } : { tone: 'good', text: sv.revoked }
    })
  const copy = () =>
    run(async () => {
      await navigator.clipboard.writeText(address ?? '')
      return { tone: 'good', text: sv.copied }
    })
  const change = (isOpen: boolean): void => {
    setOpen(isOpen)
    setAddress(null)
    setSaid(null)
  }

  return (
    <>
      <Button icon={<CalendarPlus aria-hidden />} onClick={() => setOpen(true)}>
        {sv.open}
      </Button>
      <Dialog title={sv.title} description={sv.text} open={open} onOpenChange={change}>
        {address ? (
          <TextField
            label={sv.address}
            hint={sv.once}
            readOnly
            value={address}
            onFocus={({ target }) => target.select()}
          />
        ) : (
          created && (
            <p>
              {sv.exists(created, used)} {sv.renewHint}
            </p>
          )
        )}
        {said && (
          <div className="mt-3">
            <Notice tone={said.tone} alert>
              {said.text}
            </Notice>
          </div>
        )}
        <DialogActions>
          {(created || address) && (
            <Button loading={working} onClick={() => void revoke()}>
              {sv.revoke}
            </Button>
          )}
          {address ? (
            <Button variant="primary" loading={working} onClick={() => void copy()}>
              {sv.copy}
            </Button>
          ) : (
            <Button variant="primary" loading={working} onClick={() => void renew()}>
              {created ? sv.renew : sv.make}
            </Button>
          )}
        </DialogActions>
      </Dialog>
    </>
  )
}
