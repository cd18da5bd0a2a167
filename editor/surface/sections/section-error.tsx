import { CircleAlert } from 'lucide-react'

/** Why the last change of a section was not made. */
export function SectionError({ text }: { text: string }) {
  return (
    <p role="alert" className="flex items-start gap-1.5 text-sm font-medium text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {text}
    </p>
  )
}
