import type { Actor, Role } from './actor.ts'

/** A report, as far as rights need to know it. */
export interface ReportThing {
  organisationId: string
  boardId: string
  lockedAt: Date | null
}

/** A section, with what rights need to know of its report. */
export interface SectionThing extends ReportThing {
  ownerId: string | null
  /** Everyone with this role for the report's board owns the section. */
  ownerRole: Role | null
  sectionLockedAt: Date | null
}

export interface BoardThing {
  organisationId: string
  boardId: string
}

export interface OrganisationThing {
  organisationId: string
}

interface Things {
  'report.read': ReportThing
  /** Text, pictures and data blocks, in some section at least if it is theirs: {@link Things} 'section.write' says where. */
  'report.write': ReportThing
  'section.write': SectionThing
  /** Says how far a section has come. */
  'section.status': SectionThing
  /** What people say to each other about the text. A contributor sees, and says, what is about sections of their own. */
  'comment.read': SectionThing
  /** Begins, answers, and changes or takes back what is one's own; in a locked section too. */
  'comment.write': SectionThing
  /** Says that a thread is dealt with, or that it is not. */
  'comment.resolve': SectionThing
  /** Locks and unlocks single sections. */
  'section.lock': ReportThing
  /** Status, owner, deadline and "ej tillämpligt" of sections. */
  'report.manage': ReportThing
  'report.lock': ReportThing
  'report.export': ReportThing
  /** Evidence and archive package: who signed from where and by which login, beside the report itself. */
  'report.archive': ReportThing
  /** Sends what is locked round to be signed, and calls it back. Who signs needs no right but to be asked. */
  'report.circulate': ReportThing
  /** Opens a locked report anew, as its next version. */
  'report.reopen': ReportThing
  /** Notes that what is signed was sent out of the myndighet, and to whom. */
  'report.dispatch': ReportThing
  /** What stood in the report before, who wrote it and when. */
  'report.history': ReportThing
  /** Brings earlier text of all sections back, as a change of one's own; that of one section is 'section.write'. */
  'report.restore': ReportThing
  'report.create': BoardThing
  'data.read': OrganisationThing
  'data.import': OrganisationThing
  /** Makes and revokes the tokens of other systems, and says who is told when figures change. */
  'api.manage': OrganisationThing
  /** Makes and publishes the organisation's own templates. */
  'template.manage': OrganisationThing
  /** How the organisation's documents look. */
  'profile.manage': OrganisationThing
  /** Removes what is older than the organisation's rule. */
  'history.prune': OrganisationThing
}

export type Action = keyof Things

const AUTHORS: Role[] = ['mas', 'mar', 'handlaggare', 'verksamhetschef', 'ekonom', 'forvaltningschef']
const WRITERS: Role[] = [...AUTHORS, 'bidragsgivare']
const EVERYONE: Role[] = [...WRITERS, 'namndsekreterare', 'ordforande', 'revisor', 'administrator']

const COMMENTERS: Role[] = [...WRITERS, 'namndsekreterare', 'ordforande']

/** Roles that a section can be given to: those that can write in it. */
export const OWNER_ROLES: readonly Role[] = WRITERS

const ROLES_THAT_MAY: Record<Action, Role[]> = {
  'report.read': EVERYONE,
  'report.write': WRITERS,
  'section.write': WRITERS,
  'section.status': [...WRITERS, 'namndsekreterare'],
  'comment.read': EVERYONE,
  'comment.write': COMMENTERS,
  'comment.resolve': COMMENTERS,
  'section.lock': [...AUTHORS, 'namndsekreterare'],
  'report.manage': [...AUTHORS, 'namndsekreterare'],
  'report.lock': ['mas', 'verksamhetschef', 'forvaltningschef'],
  'report.export': EVERYONE,
  'report.archive': [...AUTHORS, 'namndsekreterare', 'administrator'],
  'report.circulate': [...AUTHORS, 'namndsekreterare'],
  'report.reopen': ['mas', 'verksamhetschef', 'forvaltningschef'],
  'report.dispatch': [...AUTHORS, 'namndsekreterare', 'administrator'],
  'report.history': EVERYONE,
  'report.restore': AUTHORS,
  'report.create': [...AUTHORS, 'namndsekreterare'],
  'data.read': EVERYONE,
  'data.import': ['mas', 'mar', 'ekonom', 'administrator'],
  'api.manage': ['administrator'],
  'template.manage': ['administrator'],
  'profile.manage': ['administrator'],
  'history.prune': ['administrator'],
}

const CHANGES_THE_REPORT: Action[] = [
  'report.write',
  'section.write',
  'section.status',
  'comment.write',
  'comment.resolve',
  'section.lock',
  'report.manage',
  'report.lock',
  'report.restore',
]

const OF_SECTIONS: Action[] = ['section.write', 'section.status']
const OF_COMMENTS: Action[] = ['comment.read', 'comment.write', 'comment.resolve']

/** The one place that decides who may do what; pure, used by pages, command line and websocket alike. */
export function can<A extends Action>(actor: Actor, action: A, thing: Things[A]): boolean {
  if (thing.organisationId !== actor.organisationId) return false
  if ('lockedAt' in thing && thing.lockedAt && CHANGES_THE_REPORT.includes(action)) return false
  if (action === 'section.write' && 'sectionLockedAt' in thing && thing.sectionLockedAt) return false
  const boardId = 'boardId' in thing ? thing.boardId : null
  return actor.grants.some(
    grant =>
      ROLES_THAT_MAY[action].includes(grant.role) &&
      (grant.role !== 'bidragsgivare' || isOwnMatter(actor, action, thing)) &&
      (boardId === null || grant.boardId === null || grant.boardId === boardId),
  )
}

/** Whether the section is the actor's: given to them, or to a role that they have for its board. No right by itself. */
export const owns = (actor: Actor, { ownerId, ownerRole, boardId }: SectionThing): boolean =>
  ownerId === actor.id ||
  actor.grants.some(grant => grant.role === ownerRole && (grant.boardId === null || grant.boardId === boardId))

/** A contributor does something only with a section of their own, and writes only while it is open. */
function isOwnMatter(actor: Actor, action: Action, thing: Things[Action]): boolean {
  if (OF_COMMENTS.includes(action)) return 'ownerId' in thing && owns(actor, thing)
  if (!OF_SECTIONS.includes(action)) return true
  return 'ownerId' in thing && owns(actor, thing) && thing.sectionLockedAt === null
}

/** Whether all that somebody does here is to write in sections of their own. */
export const onlyContributes = ({ grants }: Actor): boolean =>
  grants.length > 0 && grants.every(({ role }) => role === 'bidragsgivare')
