/** One person's writing in one section, without a long pause. A change of several sections at once is an entry too. */
export interface Session {
  /** Null where nobody is known to have written it. */
  userId: string | null
  /** ms since 1970. */
  from: number
  to: number
  /** Log position just before, of the first and of the last change. */
  beforeSeq: number
  fromSeq: number
  toSeq: number
  /** UTF-16 units of text that came and went. */
  sections: { id: string; added: number; removed: number }[]
}

/** A pause longer than this begins a new session, ms. */
export const LONGEST_PAUSE = 5 * 60_000

const keyOf = ({ userId, sections }: Session): string => [userId, ...sections.map(section => section.id).sort()].join()

/**
 * Joins what belongs together. Give it in order of `fromSeq`; it comes back in the same order.
 * @param breaks log positions that no session goes across, e.g. where a text was restored
 */
export function joinSessions(parts: Iterable<Session>, breaks: readonly number[] = []): Session[] {
  const sessions: Session[] = []
  const open = new Map<string, Session>()
  for (const part of parts) {
    const key = keyOf(part)
    const session = open.get(key)
    const isApart = (one: Session) => breaks.some(seq => one.toSeq <= seq && seq < part.fromSeq)
    if (session && part.from - session.to <= LONGEST_PAUSE && !isApart(session)) {
      extend(session, part)
      continue
    }
    const begun = { ...part, sections: part.sections.map(section => ({ ...section })) }
    open.set(key, begun)
    sessions.push(begun)
  }
  return sessions
}

function extend(session: Session, part: Session): void {
  session.to = Math.max(session.to, part.to)
  session.toSeq = Math.max(session.toSeq, part.toSeq)
  for (const { id, added, removed } of part.sections) {
    const section = session.sections.find(one => one.id === id)
    if (!section) continue
    section.added += added
    section.removed += removed
  }
}
