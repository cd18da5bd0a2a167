import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type Tone, toneStyle } from './tone.ts'

const ICONS: Record<Tone, typeof Info> = {
  neutral: Info,
  info: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
}

export interface NoticeProps {
  tone?: Tone
  title?: string
  /** Read out as soon as it appears: for the answer to what somebody just did. */
  alert?: boolean
  children?: ReactNode
}

/** A message that stays on the page. */
export function Notice({ tone = 'info', title, alert = false, children }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div role={alert ? 'alert' : undefined} className={classNames('flex gap-3 rounded-lg px-4 py-3', toneStyle[tone])}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  )
}
