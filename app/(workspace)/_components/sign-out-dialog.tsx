'use client'

import { forgetUnsent } from '#editor/surface/collab/unsent/unsent-names.ts'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { sv } from '../sv.ts'

export interface SignOutDialogProps {
  userId: string
  /** Reports with text that is only in this browser; 0 keeps the dialog closed. */
  reports: number
  onClose: () => void
  signOut: () => void
}

/** Whoever signs out of a shared computer decides what becomes of text that the server does not have. */
export function SignOutDialog({ userId, reports, onClose, signOut }: SignOutDialogProps) {
  const throwAway = async (): Promise<void> => {
    await forgetUnsent(userId)
    signOut()
  }
  return (
    <Dialog
      title={sv.unsent.title}
      description={sv.unsent.text(reports)}
      open={reports > 0}
      onOpenChange={open => open || onClose()}
    >
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={onClose}>
          {sv.unsent.stay}
        </Button>
        <Button onClick={signOut}>{sv.unsent.keep}</Button>
        <Button onClick={() => void throwAway()}>{sv.unsent.throwAway}</Button>
      </div>
    </Dialog>
  )
}
