import { Notice } from '#editor/ui/notice.tsx'
import type { KeyFault } from '#server/signing/keys/key-fault.ts'
import { sv } from '../sv.ts'

/** Before anybody tries in vain: that nobody can sign for now, and whom to tell. */
export function KeyNotice({ fault }: { fault: KeyFault | null }) {
  if (fault === null) return null
  const { title, text } = sv.keyFaults[fault]
  return (
    <Notice tone="warn" title={title}>
      {text}
    </Notice>
  )
}
