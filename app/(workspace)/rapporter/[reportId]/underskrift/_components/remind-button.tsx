'use client'

import { Bell } from 'lucide-react'
import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { useToast } from '#app/ui/toast.tsx'
import { Button } from '#editor/ui/button.tsx'
import { remindAction } from '../actions.ts'
import { sv as words } from '../sv.ts'

const sv = words.round

/** Sends a mail to everybody whose turn it is. */
export function RemindButton({ reportId, roundId }: { reportId: string; roundId: string }) {
  const toast = useToast()
  const [working, setWorking] = useState(false)
  const remind = async (): Promise<void> => {
    setWorking(true)
    const answer = await remindAction(reportId, roundId).catch(noAnswer)
    setWorking(false)
    if (typeof answer === 'string') toast({ title: answer, tone: 'bad' })
    else toast({ title: answer ? sv.remindedNow(answer) : sv.nobodyReached, tone: answer ? 'good' : 'warn' })
  }
  return (
    <Button icon={<Bell aria-hidden />} loading={working} onClick={() => void remind()}>
      {sv.remind}
    </Button>
  )
}
