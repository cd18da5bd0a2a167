import type { DocumentNode } from '../../core/document-node.ts'
import { textWidth } from './fonts.ts'
import { typeset } from './typeset.ts'

/** Text of a text block; any other inline node stands for a sign of its own, such as a note's number. */
const ownText = (block: DocumentNode): string =>
  (block.content ?? []).map(child => (child.text === undefined ? '0' : typeset(child.text))).join('')

/** What a block needs in width: its longest word, and its longest paragraph on one line. Points. */
export function textNeeds(block: DocumentNode, fontSize: number, strong: boolean): { min: number; max: number } {
  const children = block.content ?? []
  if (!children.some(child => child.text !== undefined)) {
    const needs = children.map(child => textNeeds(child, fontSize, strong))
    return { min: Math.max(0, ...needs.map(need => need.min)), max: Math.max(0, ...needs.map(need => need.max)) }
  }
  const text = ownText(block)
  // Single words may be bold.
  const words = text.split(' ').map(word => textWidth(word, fontSize, true))
  return { min: Math.max(...words), max: textWidth(text, fontSize, strong) }
}
