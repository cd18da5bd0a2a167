import type { Early } from './take-early.ts'

/**
 * Does again what a person did before React answered: fields first, all at once, since what React makes of one sets
 * those back that it does not know of; then clicks and forms in order. What is gone from the page is left.
 */
export async function replayEarly(): Promise<void> {
  const early = window.samskriftEarly
  if (!early) return
  early.stop()
  const taken = early.taken.splice(0).filter(isUnanswered)
  for (const { what, at } of taken) if (what === 'change') change(at)
  for (const { what, at, event } of taken) {
    if (what === 'change') continue
    // What the one before it brings stands in the page first.
    await new Promise(resolve => setTimeout(resolve))
    if (!at.isConnected) continue
    if (what === 'click') press(at)
    else send(at, event)
  }
}

/** A click can be what makes React take over the page; it answers that click itself. */
const isUnanswered = ({ event }: Early): boolean => event.eventPhase === Event.NONE

/** Menus open at the press, all else at the click. */
function press(at: HTMLElement): void {
  for (const type of ['pointerdown', 'pointerup'])
    at.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'mouse' }))
  at.click()
}

function send(at: HTMLElement, event: Event): void {
  if (at instanceof HTMLFormElement) at.requestSubmit(event instanceof SubmitEvent ? event.submitter : null)
}

function change(at: HTMLElement): void {
  if (at instanceof HTMLInputElement && (at.type === 'checkbox' || at.type === 'radio')) check(at)
  else if (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== 'file')) write(at)
  else at.dispatchEvent(new Event('change', { bubbles: true }))
}

function check(field: HTMLInputElement): void {
  // A radio button that another took over from is set back by that one.
  if (field.type === 'radio' && !field.checked) return
  field.checked = !field.checked
  field.click()
}

function write(field: HTMLInputElement | HTMLTextAreaElement): void {
  const { value } = field
  const caret = document.activeElement === field ? field.selectionStart : null
  // React hears of a change from what it knows to stand in the field, which it learns from the field's own setter.
  field.value = field.defaultValue
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  if (caret !== null) field.setSelectionRange(caret, caret)
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
}
