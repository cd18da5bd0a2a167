import { CLOSE } from '#editor/core/collab-protocol.ts'
import { OutageLog } from '../outage-log.ts'
import type { Actor } from '../policies/actor.ts'
import type { Room } from './room.ts'
import type { ReportRights } from './write-limits.ts'

export interface RightsSource {
  loadReport(reportId: string): Promise<ReportRights | null>
  reloadActor(userId: string): Promise<Actor | null>
}

const RETRY_MS = 1_000

/**
 * Looks up again what the people in a room may do. Reviews of one room run one after another, so an older answer never
 * overwrites a newer one, and a review goes on until the database has answered: until then old rights would hold.
 */
export class RightsReview {
  private readonly last = new WeakMap<Room, Promise<void>>()
  private stopped = false
  private readonly outage = new OutageLog('reading rights anew')

  constructor(private readonly source: RightsSource) {}

  /** @param whose users whose grants are read anew; the report and its sections are in any case */
  review(room: Room, whose: Iterable<string>): Promise<void> {
    const users = new Set(whose)
    const review = (this.last.get(room) ?? Promise.resolve()).then(() => this.untilAnswered(room, users))
    this.last.set(room, review)
    return review
  }

  stop(): void {
    this.stopped = true
  }

  private async untilAnswered(room: Room, users: Set<string>): Promise<void> {
    while (!this.stopped && (room.connections.size > 0 || room.document.commits.hasUncommitted)) {
      try {
        await this.once(room, users)
        this.outage.worked()
        return
      } catch (error) {
        this.outage.failed(error, { reportId: room.reportId })
        await new Promise(resolve => setTimeout(resolve, RETRY_MS).unref())
      }
    }
  }

  private async once(room: Room, users: Set<string>): Promise<void> {
    const [rights, actors] = await Promise.all([
      this.source.loadReport(room.reportId),
      Promise.all([...users].map(async id => [id, await this.source.reloadActor(id)] as const)),
    ])
    if (rights) room.setRights(rights, new Map(actors))
    else room.closeAll(CLOSE.unknownReport, 'gone')
  }
}
