import type { RenderContext } from '../core/block.ts'
import { type DocumentNode, walk } from '../core/document-node.ts'
import { renderHtml } from './render-html.ts'

/** The words of a block, as a paragraph. */
function wordsOf(block: DocumentNode): DocumentNode {
  const words: string[] = []
  walk(block, node => void (node.text && words.push(node.text)))
  return { type: 'paragraph', content: words.length ? [{ type: 'text', text: words.join(' ') }] : [] }
}

function blockHtml(block: DocumentNode, context: RenderContext): string {
  try {
    return renderHtml({ type: 'doc', content: [block] }, context)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return renderHtml({ type: 'doc', content: [wordsOf(block)] }, context)
  }
}

/**
 * As {@link renderHtml}, for reading only: of a block with something that this version does not know, the words are
 * shown.
 */
export const readableHtml = (content: DocumentNode, context: RenderContext): string =>
  withOpenFigures((content.content ?? []).map(block => blockHtml(block, context)).join(''))

/** On a page a figure opens its passport, also by keyboard. In texts the sign `"` is escaped, so this finds attributes alone. */
const withOpenFigures = (html: string): string =>
  html.replaceAll(' data-figure="', ' role="button" tabindex="0" aria-haspopup="dialog" data-figure="')
