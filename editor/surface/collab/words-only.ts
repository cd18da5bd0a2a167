import { type DocumentNode, walk } from '../../core/document-node.ts'

/** A text as bare paragraphs, for content that this version cannot draw. */
export function wordsOnly(content: DocumentNode): DocumentNode {
  const paragraphs = (content.content ?? []).map(block => {
    const words: string[] = []
    walk(block, node => void (node.text && words.push(node.text)))
    return { type: 'paragraph', content: words.length ? [{ type: 'text', text: words.join(' ') }] : [] }
  })
  return { type: 'doc', content: paragraphs }
}
