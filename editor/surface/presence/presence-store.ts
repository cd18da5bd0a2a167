import type { Awareness } from 'y-protocols/awareness'
import { Store } from '../store.ts'
import type { AwarenessState } from './section-awareness.ts'

export interface PresentPerson {
  id: string
  name: string
  /** Sections in which the person has the caret; several with several tabs. */
  sectionIds: string[]
  me: boolean
}

/** Who is in the report now: one entry per person, however many tabs they have open. */
export function presentPeople(states: Iterable<AwarenessState>, myId: string): PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const { user, section } of states) {
    if (!user?.id) continue
    const person = people.get(user.id) ?? { id: user.id, name: user.name, sectionIds: [], me: user.id === myId }
    if (section && !person.sectionIds.includes(section)) person.sectionIds.push(section)
    people.set(user.id, person)
  }
  return [...people.values()].sort((a, b) => Number(b.me) - Number(a.me) || a.name.localeCompare(b.name, 'sv'))
}

/** Changes only when somebody comes, goes or changes section, not at every step of a caret. */
export class PresenceStore extends Store<PresentPerson[]> {
  readonly #myId: string

  constructor(myId: string) {
    super([])
    this.#myId = myId
  }

  /** @returns a function that stops following */
  follow(awareness: Awareness): () => void {
    const read = (): void => {
      const people = presentPeople(awareness.getStates().values() as Iterable<AwarenessState>, this.#myId)
      if (JSON.stringify(people) !== JSON.stringify(this.getSnapshot())) this.set(people)
    }
    read()
    awareness.on('change', read)
    return () => awareness.off('change', read)
  }
}
