import { useStore, useSurface } from '../surface-context.ts'
import { Avatar } from '../ui/avatar.tsx'
import { sv } from './sv.ts'

const SHOWN = 5

/** Everybody who has the report open. */
export function People() {
  const people = useStore(useSurface().presence)
  if (!people.length) return null
  const more = people.slice(SHOWN)
  const nameOf = (person: (typeof people)[number]): string => (person.me ? sv.me(person.name) : person.name)
  return (
    <ul aria-label={sv.people(people.length)} className="flex items-center -space-x-1.5">
      {people.slice(0, SHOWN).map(person => (
        <li key={person.id} className="flex">
          <Avatar userId={person.id} name={nameOf(person)} />
        </li>
      ))}
      {more.length > 0 && (
        <li className="pl-2.5 text-sm text-muted" title={more.map(nameOf).join(', ')}>
          <span aria-hidden>+{more.length}</span>
          <span className="sr-only">{more.map(nameOf).join(', ')}</span>
        </li>
      )}
    </ul>
  )
}
