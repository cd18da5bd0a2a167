import { Avatar } from '#editor/ui/avatar.tsx'
import { sv as ui } from '../../ui/sv.ts'
import { sv } from '../sv.ts'

const SHOWN = 4

/** Who is in a report now: faces for the eye, names for everybody. */
export function PresentPeople({ people }: { people: { userId: string; name: string }[] }) {
  if (people.length === 0) return <span className="text-sm text-muted">{sv.list.nobody}</span>
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm as-table:flex-col">
      {people.slice(0, SHOWN).map(person => (
        <li key={person.userId} className="flex items-center gap-2">
          <Avatar name={person.name} size="sm" decorative />
          {person.name}
        </li>
      ))}
      {people.length > SHOWN && <li className="text-muted">{ui.more(people.length - SHOWN)}</li>}
    </ul>
  )
}
