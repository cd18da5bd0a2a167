import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom'
import { sv as words } from '../../blocks/bound-number/sv.ts'

const sv = words.offer

/** The number that is asked about. */
export const OFFERED = 'bind-offered'

/** Asks below a number in the text, from outside it: a section's text is cut at its edges. */
export class Question {
  readonly #text: HTMLElement
  readonly #accept: () => void
  #box: HTMLElement | null = null
  #stop = (): void => {}

  /** @param text the editor's element */
  constructor(text: HTMLElement, accept: () => void) {
    this.#text = text
    this.#accept = accept
  }

  show(text: string): void {
    const number = this.#text.querySelector(`.${OFFERED}`)
    if (number && this.#box?.firstChild?.textContent === text) return
    this.hide()
    if (!number) return
    const box = document.createElement('div')
    box.className = 'bind-question'
    box.append(document.createElement('span'), this.#button())
    if (box.firstChild) box.firstChild.textContent = text
    ;(this.#text.closest('.report-surface') ?? document.body).append(box)
    this.#box = box
    // The number's element is another one after every change of its line.
    const anchor = {
      getBoundingClientRect: () => (this.#text.querySelector(`.${OFFERED}`) ?? number).getBoundingClientRect(),
    }
    this.#stop = autoUpdate(number, box, async () => {
      const { x, y } = await computePosition(anchor, box, {
        placement: 'bottom-start',
        middleware: [offset(6), flip(), shift({ padding: 8 })],
      })
      Object.assign(box.style, { left: `${x}px`, top: `${y}px` })
    })
  }

  hide(): void {
    this.#stop()
    this.#stop = () => {}
    this.#box?.remove()
    this.#box = null
  }

  #button(): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sv.bind
    button.title = sv.keys
    // The text keeps the focus.
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', this.#accept)
    return button
  }
}
