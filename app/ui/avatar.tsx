import { personColour } from '#editor/surface/presence/person-colour.ts'
import { classNames } from './class-names.ts'
import { initials } from './initials.ts'
import { sv } from './sv.ts'

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-10 text-sm' }

export interface AvatarProps {
  userId: string
  name: string
  size?: keyof typeof SIZES
  /** The name stands beside it already, so screen readers need not hear it twice. */
  decorative?: boolean
}

export function Avatar({ userId, name, size = 'md', decorative = false }: AvatarProps) {
  return (
    <span
      title={decorative ? undefined : name}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full font-semibold text-white ring-2 ring-surface select-none',
        SIZES[size],
      )}
      style={{ backgroundColor: personColour(userId) }}
    >
      <span aria-hidden>{initials(name)}</span>
      {!decorative && <span className="sr-only">{name}</span>}
    </span>
  )
}

export interface AvatarGroupProps {
  people: { userId: string; name: string }[]
  max?: number
  size?: AvatarProps['size']
}

export function AvatarGroup({ people, max = 4, size = 'sm' }: AvatarGroupProps) {
  const more = people.slice(max)
  return (
    <ul className="flex gap-0.5">
      {people.slice(0, max).map(person => (
        <li key={person.userId} className="flex">
          <Avatar {...person} size={size} />
        </li>
      ))}
      {more.length > 0 && (
        <li className="pl-2.5 text-sm text-muted" title={more.map(person => person.name).join(', ')}>
          <span aria-hidden>+{more.length}</span>
          <span className="sr-only">{sv.more(more.length)}</span>
        </li>
      )}
    </ul>
  )
}
