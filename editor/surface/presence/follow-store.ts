import type { Awareness } from 'y-protocols/awareness'
import { Store } from '../store.ts'
import { sectionElementId } from '../text/places.ts'
import type { AwarenessState } from './section-awareness.ts'

/** What a person does to look elsewhere: then nobody is followed any more. */
const OWN_MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/** Whom this window follows, by user id; null for nobody. */
export class FollowStore extends Store<string | null> {
  #awareness: Awareness | null = null
  #stop: (() => void) | null = null

  constructor() {
    super(null)
  }

  /** The connection's awareness; null while there is none. */
  use(awareness: Awareness | null): void {
    const followed = this.getSnapshot()
    this.stop()
    this.#awareness = awareness
    if (followed) this.start(followed)
  }

  start(userId: string): void {
    this.stop()
    const awareness = this.#awareness
    if (!awareness) return
    this.set(userId)
    const go = (): void => this.#go(awareness, userId)
    const stop = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.closest('[data-presence]'))) this.stop()
    }
    awareness.on('change', go)
    for (const move of OWN_MOVES) window.addEventListener(move, stop, { passive: true })
    this.#stop = () => {
      awareness.off('change', go)
      for (const move of OWN_MOVES) window.removeEventListener(move, stop)
    }
    go()
  }

  stop(): void {
    this.#stop?.()
    this.#stop = null
    this.set(null)
  }

  #go(awareness: Awareness, userId: string): void {
    const states = [...awareness.getStates().values()] as AwarenessState[]
    const theirs = states.filter(state => state.user?.id === userId)
    if (!theirs.length) {
      this.stop()
      return
    }
    const sectionId = theirs.find(state => state.section)?.section
    const section = sectionId ? document.getElementById(sectionElementId(sectionId)) : null
    // Carets are drawn after this: in the next frame they are where they should be.
    requestAnimationFrame(() => {
      const caret = section?.querySelector(`.caret[data-user="${CSS.escape(userId)}"]`)
      if (caret) caret.scrollIntoView({ block: 'nearest' })
      else section?.scrollIntoView({ block: 'nearest' })
    })
  }
}
