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

/**
 * On a page a figure opens its passport, also by keyboard: of a table the first is a stop of the tab key, and the arrow
 * keys lead to the others. In texts the signs `<` and `"` are escaped, so this finds tags and attributes alone.
 */
function withOpenFigures(html: string): string {
  let isStop = true
  let inTable = false
  return html.replace(/<table\b|<\/table>| data-figure="/g, found => {
    if (found !== ' data-figure="') {
      isStop = true
      inTable = found === '<table'
      return found
    }
    const tabIndex = isStop ? 0 : -1
    isStop = !inTable
    return ` role="button" tabindex="${tabIndex}" aria-haspopup="dialog" data-figure="`
  })
}
