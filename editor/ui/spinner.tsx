import { LoaderCircle } from 'lucide-react'

/** Give it a label where no text near it says what is going on. */
export function Spinner({ label, size = 18 }: { label?: string; size?: number }) {
  return (
    <>
      <LoaderCircle aria-hidden width={size} height={size} className="animate-spin" />
      {label && <span className="sr-only">{label}</span>}
    </>
  )
}
