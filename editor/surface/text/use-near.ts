import { type RefObject, useEffect, useState } from 'react'

/**
 * Whether the element is, or has been, within a screen of what is shown. An editor that has started stays: its undo
 * history would go with it. @param initially what the server takes it for: true for what every page shows first. To release far ones, let this turn false again for all but the focused section.
 */
export function useNear(ref: RefObject<Element | null>, initially: boolean): boolean {
  const [near, setNear] = useState(initially)
  useEffect(() => {
    const element = ref.current
    if (near || !element) return
    const observer = new IntersectionObserver(entries => setNear(entries.some(entry => entry.isIntersecting)), {
      rootMargin: '100% 0px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [near, ref])
  return near
}
