type ColourOf = (userId: string) => string

interface CaretUser {
  id?: string
  name?: string
}

/** Somebody else's caret: a line in their colour with their name. No text in it, so that none is read as the report's. */
export const renderCaret =
  (colourOf: ColourOf) =>
  (user: CaretUser): HTMLElement => {
    const caret = document.createElement('span')
    caret.className = 'caret'
    caret.setAttribute('aria-hidden', 'true')
    caret.dataset.name = user.name ?? ''
    caret.dataset.user = user.id ?? ''
    caret.style.setProperty('--caret', colourOf(user.id ?? ''))
    return caret
  }

export const renderSelection = (colourOf: ColourOf) => (user: CaretUser) => ({
  class: 'caret-selection',
  style: `--caret: ${colourOf(user.id ?? '')}`,
})
