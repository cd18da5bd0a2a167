import type { Tuning } from './tuning.ts'

/** How many rooms each user has open, and how many connections to each. */
export class UserLimits {
  private readonly users = new Map<string, Map<string, number>>()

  constructor(
    private readonly tuning: Pick<Tuning, 'connectionsPerUserAndRoom' | 'connectionsPerUser' | 'roomsPerUser'>,
  ) {}

  /** @returns false where the user has too much open already */
  enter(userId: string, reportId: string): boolean {
    const rooms = this.users.get(userId) ?? new Map<string, number>()
    const connections = rooms.get(reportId) ?? 0
    if (connections >= this.tuning.connectionsPerUserAndRoom) return false
    if (sumOf(rooms) >= this.tuning.connectionsPerUser) return false
    if (connections === 0 && rooms.size >= this.tuning.roomsPerUser) return false
    this.users.set(userId, rooms.set(reportId, connections + 1))
    return true
  }

  leave(userId: string, reportId: string): void {
    const rooms = this.users.get(userId)
    const left = (rooms?.get(reportId) ?? 0) - 1
    if (left > 0) rooms?.set(reportId, left)
    else rooms?.delete(reportId)
    if (rooms?.size === 0) this.users.delete(userId)
  }
}

const sumOf = (rooms: ReadonlyMap<string, number>): number => [...rooms.values()].reduce((sum, one) => sum + one, 0)
