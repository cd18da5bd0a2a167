import { classNames } from './class-names.ts'
import { initials } from './initials.ts'

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-10 text-sm' }

export interface AvatarProps {
  name: string
  /** From `personColour`, where the colour says whose caret is whose; neutral without. */
  colour?: string
  /** Said after the name: "du". */
  note?: string
  size?: keyof typeof SIZES
  /** The name stands beside it already, so screen readers need not hear it twice. */
  decorative?: boolean
}

/** Initials, in the person's colour; the name is its text. */
export function Avatar({ name, colour, note, size = 'md', decorative = false }: AvatarProps) {
  const said = note ? `${name} (${note})` : name
  return (
    <span
      title={decorative ? undefined : said}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-full bg-muted font-semibold text-white ring-2 ring-surface select-none',
        SIZES[size],
      )}
      style={{ backgroundColor: colour }}
    >
      <span aria-hidden>{initials(name)}</span>
      {!decorative && <span className="sr-only">{said}</span>}
    </span>
  )
}

export interface AvatarGroupProps {
  /** What the list is of, for screen readers. */
  label: string
  people: { id: string; name: string; colour: string; note?: string }[]
  max: number
}

export function AvatarGroup({ label, people, max }: AvatarGroupProps) {
  const more = people.slice(max)
  const names = more.map(person => person.name).join(', ')
  return (
    <ul aria-label={label} className="flex items-center gap-0.5 max-sm:[&>li:nth-child(n+3)]:hidden">
      {people.slice(0, max).map(({ id, ...person }) => (
        <li key={id} className="flex">
          <Avatar {...person} />
        </li>
      ))}
      {more.length > 0 && (
        <li className="pl-1 text-sm text-muted" title={names}>
          <span aria-hidden>+{more.length}</span>
          <span className="sr-only">{names}</span>
        </li>
      )}
    </ul>
  )
}
