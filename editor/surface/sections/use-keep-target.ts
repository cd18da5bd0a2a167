import { type RefObject, useEffect } from 'react'

/** So long after a jump, ms, what is drawn above its target may push it away. */
const SETTLES_MS = 2_000
const OWN_MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const

/**
 * Who follows a link to a section stays there while the sections above it get their fields, which takes a moment and
 * room. As soon as the person moves on, nothing is held.
 * @param ref what holds the sections
 */
export function useKeepTarget(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const holder = ref.current
    if (!holder) return
    let target: Element | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const letGo = (): void => {
      target = null
      clearTimeout(timer)
    }
    const hold = (): void => {
      const id = decodeURIComponent(location.hash.slice(1))
      target = id ? holder.querySelector(`#${CSS.escape(id)}`) : null
      clearTimeout(timer)
      timer = setTimeout(letGo, SETTLES_MS)
    }
    // A second click on the same link changes no address.
    const onClick = ({ target: clicked }: MouseEvent): void => {
      const link = clicked instanceof Element ? clicked.closest('a[href^="#"]') : null
      if (link?.getAttribute('href') === location.hash) hold()
    }
    const observer = new ResizeObserver(() => target?.scrollIntoView())
    observer.observe(holder)
    window.addEventListener('hashchange', hold)
    document.addEventListener('click', onClick)
    for (const type of OWN_MOVES) window.addEventListener(type, letGo, { passive: true })
    return () => {
      letGo()
      observer.disconnect()
      window.removeEventListener('hashchange', hold)
      document.removeEventListener('click', onClick)
      for (const type of OWN_MOVES) window.removeEventListener(type, letGo)
    }
  }, [ref])
}
