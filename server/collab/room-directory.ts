import type { Room } from './room.ts'

interface Entry {
  opening: Promise<Room>
  /** Connections that are in the room or about to join. */
  guests: number
}

/** A connection's stay in a room, from before the room is loaded. */
export interface Visit {
  room: Promise<Room>
  leave(): void
}

/**
 * The open rooms. A room is loaded once, however many join at the same time, and dropped only when nobody is left or
 * on the way in and everything in it is committed.
 */
export class RoomDirectory {
  private readonly entries = new Map<string, Entry>()
  private readonly loaded = new Map<string, Room>()

  constructor(private readonly load: (reportId: string) => Promise<Room>) {}

  enter(reportId: string): Visit {
    const entry = this.entries.get(reportId) ?? this.open(reportId)
    entry.guests += 1
    return {
      room: entry.opening,
      leave: () => {
        entry.guests -= 1
        void this.retire(reportId, entry)
      },
    }
  }

  get(reportId: string): Room | undefined {
    return this.loaded.get(reportId)
  }

  all(): Room[] {
    return [...this.loaded.values()]
  }

  /** Everything committed and folded that can be. */
  async settle(): Promise<void> {
    await Promise.all(this.all().map(room => room.document.settle()))
  }

  dispose(): void {
    for (const room of this.all()) room.dispose()
  }

  private open(reportId: string): Entry {
    const entry: Entry = { opening: this.load(reportId), guests: 0 }
    this.entries.set(reportId, entry)
    entry.opening.then(
      room => this.loaded.set(reportId, room),
      () => this.entries.delete(reportId),
    )
    return entry
  }

  private async retire(reportId: string, entry: Entry): Promise<void> {
    if (entry.guests > 0) return
    const room = await entry.opening.catch(() => null)
    if (!room) return
    // Other nodes may go on writing in it meanwhile: until it is whole for a moment.
    do {
      await room.document.settle()
      if (entry.guests > 0 || this.entries.get(reportId) !== entry) return
    } while (room.document.commits.hasUncommitted)
    this.entries.delete(reportId)
    this.loaded.delete(reportId)
    room.dispose()
  }
}
