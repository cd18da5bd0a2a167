import { useEffect } from 'react'
import type { Connection } from './collab/connection.ts'
import type { FieldDrafts } from './fields/field-drafts.ts'

/**
 * The browser asks before it closes a page with something that the server has not committed, even if the browser keeps
 * a copy: whoever closes it may never open it again on this computer.
 */
export function useLeaveWarning(connection: Connection, drafts: FieldDrafts): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      const { unsaved, refused } = connection.getSnapshot()
      if (unsaved || refused || Object.keys(drafts.getSnapshot()).length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [connection, drafts])
}
