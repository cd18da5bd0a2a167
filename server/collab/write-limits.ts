import type { Denied } from '#editor/core/collab-protocol.ts'
import type { Actor, Role } from '../policies/actor.ts'
import { can, type ReportThing } from '../policies/can.ts'
import type { Touched } from './fragment-index.ts'

export interface SectionRights {
  id: string
  ownerId: string | null
  ownerRole: Role | null
  lockedAt: Date | null
}

/** What rights need to know of a report and its sections. */
export interface ReportRights {
  report: ReportThing
  sections: SectionRights[]
  /** Another one after every change of who may write where, {@link renewRights}. */
  version: string
}

/** Why an update is refused. */
export type Denial = Pick<Denied, 'reason' | 'sections'>

/** Where somebody who may write may not. */
export class WriteLimits {
  /** @param elsewhere whether they may write outside the report's sections, and beside text that has no place any more */
  constructor(
    private readonly refused: ReadonlyMap<string, 'locked' | 'section'>,
    private readonly sections: ReadonlySet<string>,
    readonly elsewhere: boolean,
  ) {}

  /** Null where all that is touched may be. */
  denial({ roots, nowhere, unclear }: Touched): Denial | null {
    const refused = [...roots].filter(root => this.refused.has(root))
    const outside = nowhere || [...roots].some(root => !this.sections.has(root))
    if (refused.length === 0 && !unclear && (this.elsewhere || !outside)) return null
    const locked = refused.length > 0 && refused.every(root => this.refused.get(root) === 'locked')
    return { reason: locked ? 'locked' : 'section', sections: refused }
  }
}

/** Null for those who may write everywhere: their updates need no index. */
export function writeLimits(actor: Actor, { report, sections }: ReportRights): WriteLimits | null {
  const mayWrite = ({ ownerId, ownerRole, lockedAt }: Omit<SectionRights, 'id'>): boolean =>
    can(actor, 'section.write', { ...report, ownerId, ownerRole, sectionLockedAt: lockedAt })
  const refused = new Map<string, 'locked' | 'section'>()
  for (const { id, ...section } of sections) {
    if (!mayWrite(section)) refused.set(id, section.lockedAt ? 'locked' : 'section')
  }
  const elsewhere = mayWrite({ ownerId: null, ownerRole: null, lockedAt: null })
  return refused.size === 0 && elsewhere
    ? null
    : new WriteLimits(refused, new Set(sections.map(({ id }) => id)), elsewhere)
}
