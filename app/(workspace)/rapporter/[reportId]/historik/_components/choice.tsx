import type { Moment } from '#server/history/moment.ts'
import { momentParam } from '../moment-text.ts'
import { sv } from '../sv.ts'

/** Lines without the buttons leave their room, so that times stand under each other. */
export const CHOICE = 'w-28 shrink-0'

/** The two buttons by which a moment becomes one end of a comparison. */
export function Choice({
  moment,
  what,
  checked = null,
}: {
  moment: Moment
  what: string
  checked?: 'from' | 'to' | null
}) {
  const value = momentParam(moment)
  return (
    <span className={`flex gap-3 text-sm text-muted ${CHOICE}`}>
      <label className="flex min-h-6 items-center gap-1.5">
        <input
          type="radio"
          name="fran"
          value={value}
          defaultChecked={checked === 'from'}
          aria-label={sv.fromOf(what)}
        />
        <span aria-hidden>{sv.from}</span>
      </label>
      <label className="flex min-h-6 items-center gap-1.5">
        <input type="radio" name="till" value={value} defaultChecked={checked === 'to'} aria-label={sv.toOf(what)} />
        <span aria-hidden>{sv.to}</span>
      </label>
    </span>
  )
}
