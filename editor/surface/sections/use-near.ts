import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type Surface, useSurface } from '../surface-context.ts'

/** Screens above and below what is shown. Between the two nothing changes, so that small steps do not. */
const NEAR = '100% 0px'
const FAR = '300% 0px'

interface Keep {
  holds: () => boolean
  /** Called when `holds` may have turned false. */
  subscribe: (onChange: () => void) => () => void
}

/**
 * Whether the element is within a screen of what is shown; false again when it is more than three away.
 * @param initially what the server takes it for: true for what every page shows first
 * @param keep what must not be let go however far away it is
 */
function useNear(ref: RefObject<Element | null>, initially: boolean, keep: Keep): boolean {
  const [near, setNear] = useState(initially)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const coming = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: NEAR },
    )
    let isFar = false
    const letGo = (): void => {
      if (isFar && !keep.holds()) setNear(false)
    }
    const going = new IntersectionObserver(
      entries => {
        isFar = !entries.at(-1)?.isIntersecting
        letGo()
      },
      { rootMargin: FAR },
    )
    const stop = keep.subscribe(letGo)
    coming.observe(element)
    going.observe(element)
    return () => {
      coming.disconnect()
      going.disconnect()
      stop()
    }
  }, [ref, keep])
  return near
}

/** Its caret, its selection or its half-written word must not go: somebody scrolls away to read, and writes on. */
const holdsAttention = (active: Surface['active'], sectionId: string, element: Element | null): boolean =>
  active.getSnapshot()?.sectionId === sectionId || (element?.contains(document.activeElement) ?? false)

/**
 * @param first among the first of the page: shown as soon as the page is
 * @returns for the section's element, and whether what it holds is to be there now
 */
export function useNearSection(
  sectionId: string,
  first: boolean,
): { ref: RefObject<HTMLElement | null>; near: boolean } {
  const { active } = useSurface()
  const ref = useRef<HTMLElement>(null)
  const keep = useMemo(
    () => ({ holds: () => holdsAttention(active, sectionId, ref.current), subscribe: active.subscribe }),
    [active, sectionId],
  )
  return { ref, near: useNear(ref, first, keep) }
}
