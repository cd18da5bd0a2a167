/** What a person did before the page's script had come. */
export interface Early {
  what: 'click' | 'change' | 'submit'
  at: HTMLElement
  event: Event
}

declare global {
  interface Window {
    samskriftEarly?: { taken: Early[]; stop: () => void }
  }
}

/**
 * Runs in the page before React: keeps the clicks, changes and forms that nothing answers yet. A link, and a form with
 * an address or a server action, answer by themselves.
 *
 * It goes into the page as its own text, and so may name nothing outside itself.
 */
export function takeEarly(): void {
  const taken: Early[] = []
  const take = (event: Event): void => {
    // A button's icon is what is clicked.
    if (!(event.target instanceof Element)) return
    const what = event.type === 'click' ? 'click' : event.type === 'submit' ? 'submit' : 'change'
    const at = what === 'click' ? event.target.closest('button[type="button"]') : event.target
    if (!(at instanceof HTMLElement) || (what === 'submit' && at.hasAttribute('action'))) return
    // Sent by the browser, it would load the page anew with what was filled in as its address.
    if (what === 'submit') event.preventDefault()
    // Twice because nothing happened is still once.
    if (!taken.some(one => one.what === what && one.at === at)) taken.push({ what, at, event })
  }
  const kinds = ['click', 'input', 'change', 'submit']
  for (const kind of kinds) document.addEventListener(kind, take, true)
  window.samskriftEarly = {
    taken,
    stop: () => {
      for (const kind of kinds) document.removeEventListener(kind, take, true)
    },
  }
}
