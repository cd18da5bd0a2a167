/** Somebody else's caret: a line in their colour with their name. */
export function renderCaret(user: { name?: string; color?: string }): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.style.setProperty('--caret', user.color ?? '')
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.textContent = user.name ?? ''
  // Word joiners keep the caret from making room for a line break of its own.
  caret.append('\u2060', name, '\u2060')
  return caret
}

export const renderSelection = (user: { color?: string }) => ({
  class: 'caret-selection',
  style: `--caret: ${user.color}`,
})
