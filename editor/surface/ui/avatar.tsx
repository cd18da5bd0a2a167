import { initials, personColour } from '../presence/person-colour.ts'
import { classNames } from './class-names.ts'

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs' }

export interface AvatarProps {
  userId: string
  name: string
  /** Said after the name: "du". */
  note?: string
  size?: keyof typeof SIZES
}

/** Initials in the person's colour; the name is its text. */
export function Avatar({ userId, name, note, size = 'md' }: AvatarProps) {
  const said = note ? `${name} (${note})` : name
  return (
    <span
      title={said}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full font-semibold text-white ring-2 ring-surface select-none',
        SIZES[size],
      )}
      style={{ backgroundColor: personColour(userId) }}
    >
      <span aria-hidden>{initials(name)}</span>
      <span className="sr-only">{said}</span>
    </span>
  )
}
