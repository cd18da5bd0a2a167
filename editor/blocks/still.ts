import type { DocumentNode } from '../core/document-node.ts'
import type { FigureSet } from '../core/figure.ts'
import { type BlockName, blockSchemas } from './schemas.ts'

/** A text as another report shows it: the same words and values, whatever that report's own figures say. */
export function still(node: DocumentNode, data: FigureSet): DocumentNode[] {
  const stilled = blockSchemas[node.type as BlockName]?.still?.(node, data) ?? [node]
  return stilled.map(one => (one.content ? { ...one, content: one.content.flatMap(child => still(child, data)) } : one))
}
