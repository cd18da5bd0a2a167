import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { Avatar } from '../ui/avatar.tsx'
import { sv } from './sv.ts'

const SHOWN = 5

/** Everybody who has the report open. */
export function People() {
  const people = useStore(useSurface().presence)
  if (!people.length) return null
  const more = people.slice(SHOWN)
  const names = more.map(person => person.name).join(', ')
  return (
    <ul aria-label={sv.people(people.length)} className="flex items-center gap-0.5 max-sm:[&>li:nth-child(n+3)]:hidden">
      {people.slice(0, SHOWN).map(person => (
        <li key={person.id} className="flex">
          <Avatar userId={person.id} name={person.name} note={person.me ? words.you : undefined} />
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
