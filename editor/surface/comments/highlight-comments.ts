import type { CommentsState } from './comment-store.ts'

const selector = (thread: string): string => `.report-surface [data-comment="${CSS.escape(thread)}"]`

/**
 * How the words of open threads look, whether an editor shows them or plain text. A sheet of its own: the text says which
 * words belong to which thread, and not what has become of it.
 */
export class CommentHighlights {
  readonly #sheet = new CSSStyleSheet()

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet)
  }

  show({ threads, active }: CommentsState): void {
    const open = (threads ?? []).filter(({ resolved }) => resolved === null).map(({ id }) => selector(id))
    const rules = open.length
      ? [`${open.join()} { --comment-line: underline; --comment-ground: var(--comment-open) }`]
      : []
    if (active) rules.push(`${selector(active)} { --comment-line: underline; --comment-ground: var(--comment-active) }`)
    this.#sheet.replaceSync(rules.join('\n'))
  }

  leave(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.#sheet)
  }
}
