import type { Db } from '#db/client.ts'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { loadReportThing } from './report-row.ts'
import type { CollabRequest } from './upgrade-request.ts'

export type Authenticate = (cookieHeader: string | undefined) => Promise<Actor | null>

export interface Admitted {
  reportId: string
  actor: Actor
  /** Sent `?v=`, and the right one: understands our own messages. */
  isOurs: boolean
  /** Of {@link EventDispatch} when the rights were read. */
  epoch: number
}

/** A close code of the contract, and why in a word for the log. */
export interface Refusal {
  code: number
  why: string
}

/** Who may open the socket. The same `can()` as for pages decides. */
export async function admit(
  db: Db,
  authenticate: Authenticate,
  request: CollabRequest,
  cookieHeader: string | undefined,
  epoch: number,
): Promise<Admitted | Refusal> {
  const { reportId, editorVersion, pageUserId } = request
  if (editorVersion !== null && editorVersion !== String(EDITOR_VERSION)) {
    return { code: CLOSE.oldEditor, why: 'old editor' }
  }
  const actor = await authenticate(cookieHeader)
  if (!actor) return { code: CLOSE.noSession, why: 'no session' }
  // Somebody else has signed in with this browser: what the page holds is not theirs.
  if (pageUserId !== null && pageUserId !== actor.id) return { code: CLOSE.noSession, why: "another user's page" }
  const report = reportId === null ? null : await loadReportThing(db, reportId)
  if (reportId === null || !report) return { code: CLOSE.unknownReport, why: 'unknown report' }
  if (!can(actor, 'report.read', report)) return { code: CLOSE.noRights, why: 'no right to read' }
  return { reportId, actor, isOurs: editorVersion !== null, epoch }
}
