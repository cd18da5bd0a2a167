import type { RenderContext } from '../core/block.ts'
import type { DocumentNode } from '../core/document-node.ts'
import { type BlockName, blockSchemas } from './schemas.ts'

/** Stand in lines of text, and say something there. */
const INLINE = new Set(['hardBreak', 'boundNumber'])

/** A section's text without form, blocks on lines of their own. What search, checks and comparisons read. */
export function plainText(node: DocumentNode, context: RenderContext): string {
  if (node.text !== undefined) return node.text
  const children = node.content ?? []
  const inner = (): string => {
    const isInline = children.some(child => child.text !== undefined || INLINE.has(child.type))
    return children.map(child => plainText(child, context)).join(isInline ? '' : '\n')
  }
  const own = blockSchemas[node.type as BlockName]?.text
  return own ? own(node, context, inner) : inner()
}
