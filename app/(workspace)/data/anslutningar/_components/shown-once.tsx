'use client'

import { Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { TextField } from '#app/ui/text-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { sv as words } from '../sv.ts'

const sv = words.secret

/** A secret that nobody can read again. It takes the focus, so that it is not missed. */
export function ShownOnce({ title, label, secret }: { title: string; label: string; secret: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new secret takes the focus.
  useEffect(() => field.current?.focus(), [secret])

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret)
      setSaid(sv.copied)
    } catch {
      field.current?.select()
      setSaid(sv.copyFailed)
    }
  }

  return (
    <Notice tone="good" title={title} alert>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <div className="min-w-64 grow">
          <TextField
            ref={field}
            label={label}
            hint={sv.once}
            readOnly
            value={secret}
            className="font-mono text-sm"
            onFocus={({ target }) => target.select()}
          />
        </div>
        <Button icon={<Copy aria-hidden />} onClick={() => void copy()}>
          {sv.copy}
        </Button>
        <p role="status" className="w-full empty:hidden">
          {said}
        </p>
      </div>
    </Notice>
  )
}
