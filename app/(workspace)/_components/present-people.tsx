import { Avatar } from '../../ui/avatar.tsx'
import { sv } from '../sv.ts'

/** Who is in a report now: faces for the eye, names for everybody. */
export function PresentPeople({ people }: { people: { userId: string; name: string }[] }) {
  if (people.length === 0) return <span className="text-sm text-muted">{sv.list.nobody}</span>
  return (
    <div className="flex items-center gap-2.5">
      <span className="flex -space-x-1.5">
        {people.slice(0, 4).map(person => (
          <Avatar key={person.userId} {...person} size="sm" decorative />
        ))}
      </span>
      <span className="text-sm">{people.map(person => person.name).join(', ')}</span>
    </div>
  )
}
