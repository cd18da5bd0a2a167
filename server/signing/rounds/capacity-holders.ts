import type { Actor, Role } from '../../policies/actor.ts'
import { ROLE_NAMES } from '../../policies/role-names.ts'

/** Who prepares a report: the one who made it is its föredragande, or handläggare, with any of these roles. */
const PREPARING: Role[] = ['handlaggare', 'mas', 'mar', 'ekonom']

const lower = (text: string): string => text.trim().toLocaleLowerCase('sv')

/** What templates call the roles when somebody signs, beside {@link ROLE_NAMES}. */
const ALSO_CALLED: Record<string, Role> = {
  föredragande: 'handlaggare',
  'medicinskt ansvarig sjuksköterska': 'mas',
  'medicinskt ansvarig för rehabilitering': 'mar',
  ordförande: 'ordforande',
  'styrelsens ordförande': 'ordforande',
  'kommunstyrelsens ordförande': 'ordforande',
}

const ROLE_OF: ReadonlyMap<string, Role> = new Map([
  ...Object.entries(ROLE_NAMES).map(([role, name]) => [lower(name), role as Role] as const),
  ...Object.entries(ALSO_CALLED),
])

export interface SigningPlace {
  boardId: string
  /** Who made the report. */
  createdBy: string
}

/**
 * Those among `people` whom the words of a capacity mean: everybody with that role for the board, and everybody with
 * that title.
 * @param capacity as a template writes it: "Nämndens ordförande", "Socialchef"
 */
export function capacityHolders(capacity: string, people: Actor[], { boardId, createdBy }: SigningPlace): Actor[] {
  const wanted = lower(capacity)
  const role = ROLE_OF.get(wanted)
  return people.filter(({ id, title, grants }) => {
    const has = (roles: Role[]) =>
      grants.some(grant => roles.includes(grant.role) && (grant.boardId === null || grant.boardId === boardId))
    if (lower(title) === wanted) return true
    return role !== undefined && has(role === 'handlaggare' && id === createdBy ? PREPARING : [role])
  })
}
