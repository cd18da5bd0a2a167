import { useMemo } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import type { PresentPerson } from '../presence/presence-store.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { listOf } from '../sv.ts'
import { sv } from './sv.ts'

/** Who else has the caret in the section. */
export function usePeopleHere(sectionId: string): PresentPerson[] {
  const { presence } = useSurface()
  const people = useStore(presence)
  return useMemo(
    () => people.filter(person => !person.me && person.sectionIds.includes(sectionId)),
    [people, sectionId],
  )
}

export function PeopleHere({ sectionId }: { sectionId: string }) {
  const { colourOf } = useSurface()
  const people = usePeopleHere(sectionId)
  if (!people.length) return null
  return (
    <span className="flex shrink-0 -space-x-1.5 print:hidden">
      <span className="sr-only">{sv.here(listOf(people.map(person => person.name)))}</span>
      {people.map(person => (
        <span key={person.id} aria-hidden className="flex">
          <Avatar name={person.name} colour={colourOf(person.id)} size="sm" />
        </span>
      ))}
    </span>
  )
}
