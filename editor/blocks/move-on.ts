import type { DocumentNode } from '../core/document-node.ts'
import { type BlockName, blockSchemas } from './schemas.ts'

/** A text with each of its data blocks moved so many years on. */
export function moveOn(node: DocumentNode, years: number): DocumentNode {
  if (years === 0) return node
  const moved = blockSchemas[node.type as BlockName]?.moveOn?.(node, years) ?? node
  return moved.content ? { ...moved, content: moved.content.map(child => moveOn(child, years)) } : moved
}
