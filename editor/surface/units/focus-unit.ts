/** So long, in frames, the page may take to show what was added, and then to draw its controls. */
const MOST_FRAMES = 120

/**
 * Where to go on writing in what was just added: its first field, or else its heading. It is scrolled to first, since
 * controls are drawn where they are near.
 */
export function focusUnit(unitId: string): void {
  let frames = 0
  let scrolled = false
  const look = (): void => {
    const unit = document.querySelector<HTMLElement>(`[data-unit="${unitId}"]`)
    if (unit && !scrolled) {
      unit.scrollIntoView({ block: 'center' })
      scrolled = true
    }
    const control = unit?.querySelector<HTMLElement>('[data-field] :is(input, textarea, select)')
    frames += 1
    if (control) control.focus()
    else if (frames < MOST_FRAMES) requestAnimationFrame(look)
    else unit?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
  }
  look()
}
