import type { MovedFigures } from '#editor/core/collab-protocol.ts'
import type { DataEvent, ServerEvent } from '../events.ts'
import type { RightsReview } from './rights-review.ts'
import type { Room } from './room.ts'
import type { RoomDirectory } from './room-directory.ts'

/** What happens in the rooms when something changed in the database: first rights and text, then the word to clients. */
export class EventDispatch {
  /** Grows with every event that may change somebody's rights: what was read before may be out of date. */
  epoch = 0

  constructor(
    private readonly rooms: RoomDirectory,
    private readonly rights: RightsReview,
    private readonly readForeign: (room: Room, seq: number) => Promise<void>,
    private readonly readMoved: (event: DataEvent) => Promise<MovedFigures | null>,
  ) {}

  handle(event: ServerEvent): void {
    switch (event.type) {
      case 'data':
        void this.moved(event)
        break
      case 'structure':
        this.epoch += 1
        void this.restructured(this.rooms.get(event.reportId))
        break
      case 'comments':
        this.rooms.get(event.reportId)?.tellChanged({ what: 'comments' })
        break
      case 'locked':
        this.epoch += 1
        void this.locked(this.rooms.get(event.reportId))
        break
      case 'text': {
        const room = this.rooms.get(event.reportId)
        if (room) void this.readForeign(room, event.seq)
        break
      }
      case 'rights':
        this.epoch += 1
        for (const room of this.rooms.all()) void this.regranted(room, event.userId)
    }
  }

  /** Any event may have been missed. */
  handleAll(): void {
    this.epoch += 1
    for (const room of this.rooms.all()) void this.renew(room)
  }

  async locked(room: Room | undefined): Promise<void> {
    if (!room) return
    await this.rights.review(room, [])
    room.tellChanged({ what: 'locked' })
  }

  /** Read once and sent to everybody: hundreds of people who each ask for it would wait for each other. */
  private async moved(event: DataEvent): Promise<void> {
    const isHere = ({ organisationId }: Room): boolean => organisationId === event.organisationId
    if (![...this.rooms.all()].some(isHere)) return
    const moved = await this.readMoved(event)
    for (const room of this.rooms.all()) if (isHere(room)) room.tellChanged({ what: 'data', ...(moved && { moved }) })
  }

  private async restructured(room: Room | undefined): Promise<void> {
    if (!room) return
    await this.rights.review(room, [])
    room.tellChanged({ what: 'structure' })
    // Whoever changed the structure may have written text as well, past this room.
    await room.document.fold()
  }

  private async regranted(room: Room, userId: string): Promise<void> {
    if (!usersOf(room).includes(userId)) return
    await this.rights.review(room, [userId])
    room.tellChanged({ what: 'rights' }, userId)
  }

  private async renew(room: Room): Promise<void> {
    await this.rights.review(room, usersOf(room))
    for (const what of ['rights', 'structure', 'data', 'comments'] as const) room.tellChanged({ what })
    await room.document.fold()
  }
}

const usersOf = (room: Room): string[] => [...room.connections].map(connection => connection.actor.id)
