import { type RefObject, useEffect } from 'react'
import { holdPlace } from './hold-place.ts'

/**
 * Who follows a link to a section stays there until the person moves on.
 * @param ref what holds the sections
 */
export function useKeepTarget(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const holder = ref.current
    if (!holder) return
    let letGo = (): void => {}
    const hold = (): void => {
      letGo()
      const id = decodeURIComponent(location.hash.slice(1))
      const target = id ? holder.querySelector(`#${CSS.escape(id)}`) : null
      if (target) letGo = holdPlace(holder, () => target.scrollIntoView())
    }
    // A second click on the same link changes no address.
    const onClick = ({ target: clicked }: MouseEvent): void => {
      const link = clicked instanceof Element ? clicked.closest('a[href^="#"]') : null
      if (link?.getAttribute('href') === location.hash) hold()
    }
    window.addEventListener('hashchange', hold)
    document.addEventListener('click', onClick)
    return () => {
      letGo()
      window.removeEventListener('hashchange', hold)
      document.removeEventListener('click', onClick)
    }
  }, [ref])
}
