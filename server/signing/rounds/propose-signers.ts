import type { Actor } from '../../policies/actor.ts'
import { capacityHolders, type SigningPlace } from './capacity-holders.ts'

export interface ProposedSigner {
  capacity: string
  /** Null where nobody is more likely than another. */
  userId: string | null
  /** Why this person: null where nobody is proposed. */
  reason: 'responsible' | 'role' | 'signed-last' | null
  /** Everybody who is likely, the likeliest first; to be shown before all others. */
  likely: string[]
}

export interface SignersKnown extends SigningPlace {
  /** Who is responsible for some section of the report. */
  owners: ReadonlySet<string>
  /** By capacity: who signed as that last, for the same nämnd and document type. */
  last: ReadonlyMap<string, string>
}

type Choice = Pick<ProposedSigner, 'userId' | 'reason'>

/** Of those who hold a capacity: who made the report, the only one, who signed last, the only one with a section in it. */
function choose(holders: string[], last: string | undefined, { createdBy, owners }: SignersKnown): Choice {
  const [only] = holders
  if (holders.includes(createdBy)) return { userId: createdBy, reason: 'responsible' }
  if (only && holders.length === 1) return { userId: only, reason: 'role' }
  if (last && (holders.includes(last) || !only)) return { userId: last, reason: 'signed-last' }
  const [owner, ...others] = holders.filter(id => owners.has(id))
  return owner && !others.length ? { userId: owner, reason: 'responsible' } : { userId: null, reason: null }
}

/**
 * Who is likely to sign a report as what, in the order of the capacities. Nobody is proposed twice: where one person holds
 * two capacities, the one that fewer hold comes first.
 * @param people everybody who can be asked
 */
export function proposeSigners(capacities: string[], people: Actor[], known: SignersKnown): ProposedSigner[] {
  const rows = capacities.map((capacity, at) => ({
    at,
    capacity,
    holders: capacityHolders(capacity, people, known).map(({ id }) => id),
    last: people.find(({ id }) => id === known.last.get(capacity))?.id,
  }))
  const taken = new Set<string>()
  const proposed: ProposedSigner[] = []
  for (const { at, capacity, ...row } of rows.toSorted((a, b) => a.holders.length - b.holders.length)) {
    const free = (id: string | undefined): id is string => id !== undefined && !taken.has(id)
    const holders = row.holders.filter(free)
    const last = free(row.last) ? row.last : undefined
    const choice = choose(holders, last, known)
    if (choice.userId) taken.add(choice.userId)
    const likely = [choice.userId, last, ...holders].filter(id => id !== null && id !== undefined)
    proposed[at] = { capacity, ...choice, likely: [...new Set(likely)] }
  }
  return proposed
}
