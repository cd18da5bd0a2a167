import type { DocumentNode } from '../../core/document-node.ts'
import { textWidth } from './font-files.ts'
import { typeset } from './typeset.ts'

const isTextBlock = (node: DocumentNode): boolean => node.content?.some(child => child.text !== undefined) ?? false

/** A block's text, paragraphs apart. Inline nodes that are not text, such as a note's number, are left out. */
export function contentText(block: DocumentNode): string {
  const children = block.content ?? []
  if (isTextBlock(block)) return children.map(child => typeset(child.text ?? '')).join('')
  return children.map(contentText).join('\n')
}

/** What a block needs in width: its longest word, and its longest paragraph on one line. Points. */
export function textNeeds(block: DocumentNode, fontSize: number, strong: boolean): { min: number; max: number } {
  const children = block.content ?? []
  if (!isTextBlock(block)) {
    const needs = children.map(child => textNeeds(child, fontSize, strong))
    return { min: Math.max(0, ...needs.map(need => need.min)), max: Math.max(0, ...needs.map(need => need.max)) }
  }
  // Any other inline node stands for a sign, such as a note's number. Single words may be bold.
  const text = children.map(child => (child.text === undefined ? '0' : typeset(child.text))).join('')
  const words = text.split(' ').map(word => textWidth(word, fontSize, true))
  return { min: Math.max(...words), max: textWidth(text, fontSize, strong) }
}
