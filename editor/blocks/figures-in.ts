import { type DocumentNode, walk } from '../core/document-node.ts'
import { type FigureRef, figureKey } from '../core/figure.ts'
import { type BlockName, blockSchemas } from './schemas.ts'

/** The figures that a text shows, each once, in the order of the text. */
export function figuresIn(content: DocumentNode): FigureRef[] {
  const refs = new Map<string, FigureRef>()
  walk(content, node => {
    for (const ref of blockSchemas[node.type as BlockName]?.figures?.(node) ?? []) refs.set(figureKey(ref), ref)
  })
  return [...refs.values()]
}
