import { useEffect } from 'react'
import type { Connection } from './collab/connection.ts'

/**
 * The browser asks before it closes a page with something that the server has not committed, even if the browser keeps
 * a copy: whoever closes it may never open it again on this computer.
 */
export function useLeaveWarning(connection: Connection): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      const { unsaved, refused } = connection.getSnapshot()
      if (unsaved || refused) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [connection])
}
