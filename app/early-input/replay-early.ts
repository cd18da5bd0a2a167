import type { Early } from './take-early.ts'

/** Does again, in order, what a person did before React answered. What is gone from the page is left. */
export async function replayEarly(): Promise<void> {
  const early = window.samskriftEarly
  if (!early) return
  early.stop()
  // Each is ready before the first is done: what that brings may set the other fields back.
  for (const replay of early.taken.splice(0).map(readied)) {
    // What a field's change brings stands in the page before its form is sent.
    await new Promise(resolve => setTimeout(resolve))
    replay()
  }
}

function readied({ what, at, by }: Early): () => void {
  const replay = what === 'change' ? readChange(at) : what === 'click' ? () => press(at) : () => send(at, by)
  return () => {
    if (at.isConnected) replay()
  }
}

/** Menus open at the press, all else at the click. */
function press(at: HTMLElement): void {
  for (const type of ['pointerdown', 'pointerup'])
    at.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'mouse' }))
  at.click()
}

function send(at: HTMLElement, by: HTMLElement | null): void {
  if (at instanceof HTMLFormElement) at.requestSubmit(by)
}

function readChange(at: HTMLElement): () => void {
  if (at instanceof HTMLInputElement && (at.type === 'checkbox' || at.type === 'radio')) {
    const { checked } = at
    return () => check(at, checked)
  }
  if (at instanceof HTMLSelectElement) {
    const { value } = at
    return () => {
      at.value = value
      changed(at)
    }
  }
  if (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type !== 'file')) {
    const { value } = at
    return () => write(at, value)
  }
  return () => changed(at)
}

const changed = (at: HTMLElement): boolean => at.dispatchEvent(new Event('change', { bubbles: true }))

function check(field: HTMLInputElement, checked: boolean): void {
  // A radio button that another took over from is set back by that one.
  if (field.type === 'radio' && !checked) return
  field.checked = !checked
  field.click()
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const caret = document.activeElement === field ? field.selectionStart : null
  // React hears of a change from what it knows to stand in the field, which it learns from the field's own setter.
  field.value = field.defaultValue
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  if (caret !== null) field.setSelectionRange(caret, caret)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  changed(field)
}
