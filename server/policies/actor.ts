import type { ROLES } from '#db/schema/user.ts'

export type Role = (typeof ROLES)[number]

/** A signed-in person, as every server action and socket message knows them. */
export interface Actor {
  id: string
  organisationId: string
  name: string
  title: string
  /** A null board means every board of the organisation. */
  grants: { boardId: string | null; role: Role }[]
}
