import type { Role } from './actor.ts'

/** What people call the roles. */
export const ROLE_NAMES: Record<Role, string> = {
  mas: 'MAS',
  mar: 'MAR',
  handlaggare: 'Handläggare',
  bidragsgivare: 'Bidragsgivare',
  verksamhetschef: 'Verksamhetschef',
  ekonom: 'Ekonom',
  forvaltningschef: 'Förvaltningschef',
  namndsekreterare: 'Nämndsekreterare',
  ordforande: 'Nämndens ordförande',
  revisor: 'Revisor',
  administrator: 'Administratör',
}
