import { within } from '../collab/within.ts'

export interface ReadinessSource {
  isClosing: boolean
  askDatabase: (() => Promise<unknown>) | null
}

/** An answer that takes longer is none, ms. */
const PATIENCE = 2_000

/** Why this node should get no requests; null if it may. Redis is no reason: each node goes on for its own clients. */
export async function readiness(source: ReadinessSource): Promise<'starting' | 'closing' | 'database' | null> {
  if (source.isClosing) return 'closing'
  if (!source.askDatabase) return 'starting'
  let answered = false
  const asked = source.askDatabase().then(
    () => {
      answered = true
    },
    // What is wrong with the database is logged by those who need it; this is asked every few seconds.
    () => {},
  )
  await within(PATIENCE, asked)
  return answered ? null : 'database'
}
