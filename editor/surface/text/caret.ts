/** Somebody else's caret: a line in their colour with their name. No text in it, so that none is read as the report's. */
export function renderCaret(user: { name?: string; color?: string }): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset.name = user.name ?? ''
  caret.style.setProperty('--caret', user.color ?? '')
  return caret
}

export const renderSelection = (user: { color?: string }) => ({
  class: 'caret-selection',
  style: `--caret: ${user.color}`,
})
