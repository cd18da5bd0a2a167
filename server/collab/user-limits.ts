import type { Tuning } from './tuning.ts'

/** How many connections and rooms each user has open. */
export class UserLimits {
  private readonly users = new Map<string, Map<string, number>>()

  constructor(private readonly tuning: Pick<Tuning, 'connectionsPerUser' | 'roomsPerUser'>) {}

  /** @returns false where the user has too much open already */
  enter(userId: string, reportId: string): boolean {
    const rooms = this.users.get(userId) ?? new Map<string, number>()
    let connections = 0
    for (const count of rooms.values()) connections += count
    if (connections >= this.tuning.connectionsPerUser) return false
    if (!rooms.has(reportId) && rooms.size >= this.tuning.roomsPerUser) return false
    this.users.set(userId, rooms)
    rooms.set(reportId, (rooms.get(reportId) ?? 0) + 1)
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
