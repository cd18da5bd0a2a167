import type { ReactNode } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'

export interface FormEndProps {
  /** What is wrong with the form as a whole, and what to do. */
  problem: string | null
  /** On the button. */
  submit: string
  icon?: ReactNode
  sending: boolean
  /** Read out when it is there: "Sparat." */
  status?: ReactNode
}

/** How every form ends: what is wrong, the button, and whether it worked. */
export function FormEnd({ problem, submit, icon, sending, status }: FormEndProps) {
  return (
    <>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" icon={icon} loading={sending}>
          {submit}
        </Button>
        <p role="status" className="font-medium text-good">
          {status}
        </p>
      </div>
    </>
  )
}
