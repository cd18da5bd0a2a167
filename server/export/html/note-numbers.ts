import { sv } from '../sv.ts'

/** A note's text holds marks but no other span, so the first end of a span is the note's. */
const NOTE = /<span data-footnote="">([\s\S]*?)<\/span>/g

/** Takes the notes out of the running text, in order, and leaves their numbers. */
export class NoteNumbers {
  private readonly notes: string[] = []

  take(html: string): string {
    return html.replace(NOTE, (_, text: string) => {
      const number = this.notes.push(text)
      return `<sup><a id="notmarke-${number}" href="#not-${number}" role="doc-noteref" aria-label="${sv.note(number)}">${number}</a></sup>`
    })
  }

  /** The notes under a heading of their own; empty where there are none. */
  list(): string {
    if (this.notes.length === 0) return ''
    const items = this.notes.map((text, index) => {
      const number = index + 1
      return `<li id="not-${number}">${text} <a href="#notmarke-${number}" role="doc-backlink" aria-label="${sv.backToText(number)}">↩</a></li>`
    })
    return `<section role="doc-endnotes" aria-labelledby="noter"><h2 id="noter">${sv.notes}</h2><ol>${items.join('')}</ol></section>`
  }
}
