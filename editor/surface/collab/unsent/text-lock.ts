/**
 * Holds the lock of one tab's unsent text until it is let go or the tab ends, so that another tab knows whose text is
 * left behind. @returns lets it go @throws where the browser has no locks: on a page without TLS
 */
export function holdTextLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    if (!navigator.locks) throw new DOMException('Web Locks need a secure context', 'NotSupportedError')
    navigator.locks.request(name, () => new Promise<void>(release => resolve(release))).catch(reject)
  })
}
