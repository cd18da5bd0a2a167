import type { Person, RoleChoice, SectionStructure } from './report-page.ts'

/** "Rollen Ekonom": everyone who has it. */
export const roleOwner = (role: string): string => `Rollen ${role}`

/** "Anna Ek", "Rollen Ekonom"; null where nobody is responsible. */
export function ownerName(
  { ownerId, ownerRole }: Pick<SectionStructure, 'ownerId' | 'ownerRole'>,
  { people, roles }: { people: readonly Person[]; roles: readonly RoleChoice[] },
): string | null {
  if (ownerRole !== null) return roleOwner(roles.find(role => role.key === ownerRole)?.name ?? ownerRole)
  return people.find(person => person.id === ownerId)?.name ?? null
}
