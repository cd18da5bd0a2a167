'use client'

import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { useToast } from '#app/ui/toast.tsx'
import { Button } from '#editor/ui/button.tsx'
import { resendAction } from '../actions.ts'
import { sv as words } from '../sv.ts'

const sv = words.deliveries

export function ResendButton({ id, createdAt }: { id: number; createdAt: string }) {
  const toast = useToast()
  const [working, setWorking] = useState(false)
  const resend = async (): Promise<void> => {
    setWorking(true)
    const problem = await resendAction(id).catch(noAnswer)
    setWorking(false)
    toast(problem ? { title: problem, tone: 'bad' } : { title: sv.resent, tone: 'good' })
  }
  return (
    <Button size="sm" loading={working} aria-label={sv.resendLabel(createdAt)} onClick={() => void resend()}>
      {sv.resend}
    </Button>
  )
}
