'use client'

import { Bookmark } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { useToast } from '#app/ui/toast.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Dialog, DialogActions } from '#editor/ui/dialog.tsx'
import { nameAction } from '../actions.ts'
import { sv } from '../sv.ts'

export interface NameVersionProps {
  reportId: string
  /** The version to give another name; without it the text as it is now gets one. */
  version?: { id: string; name: string }
}

export function NameVersion({ reportId, version }: NameVersionProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {version ? (
        <Button size="sm" variant="ghost" aria-label={sv.naming.renameOf(version.name)} onClick={() => setOpen(true)}>
          {sv.naming.rename}
        </Button>
      ) : (
        <Button variant="primary" icon={<Bookmark aria-hidden />} onClick={() => setOpen(true)}>
          {sv.naming.button}
        </Button>
      )}
      <Dialog
        title={version ? sv.naming.renameTitle : sv.naming.title}
        description={version ? undefined : sv.naming.text}
        open={open}
        onOpenChange={setOpen}
      >
        <NameForm reportId={reportId} version={version} close={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function NameForm({ reportId, version, close }: NameVersionProps & { close: () => void }) {
  const router = useRouter()
  const toast = useToast()
  const [name, setName] = useState(version?.name ?? '')
  const [error, setError] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)

  const save = async (): Promise<void> => {
    setSaving(true)
    const { message } = await nameAction(reportId, version?.id ?? null, name).catch(error => ({
      message: noAnswer(error),
    }))
    setSaving(false)
    setError(message)
    if (message !== null) return
    toast({ title: sv.naming.done(name.trim()), tone: 'good' })
    router.refresh()
    close()
  }
  return (
    // React moves what is submitted in a portal up to the form of the timeline, which must not be sent with it.
    <form
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        if (!saving) void save()
      }}
    >
      <TextField
        label={sv.naming.label}
        hint={sv.naming.hint}
        error={error}
        value={name}
        maxLength={100}
        onChange={event => setName(event.target.value)}
      />
      <DialogActions>
        <Button onClick={close}>{sv.naming.cancel}</Button>
        <Button type="submit" variant="primary" loading={saving}>
          {sv.naming.save}
        </Button>
      </DialogActions>
    </form>
  )
}
