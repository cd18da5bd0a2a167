/** ProseMirror JSON: the form in which a section's text is stored, resolved and exported. */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

/** Calls `visit` for the node and everything below it, in reading order. */
export function walk(node: DocumentNode, visit: (node: DocumentNode) => void): void {
  visit(node)
  for (const child of node.content ?? []) walk(child, visit)
}

/** What is written in a node, without form; blocks are apart by a space. @param lineBreak what a break within one is */
export function textOf(node: DocumentNode, lineBreak = ' '): string {
  const parts: string[] = []
  walk(node, ({ type, text }) => parts.push(text ?? (type === 'hardBreak' ? lineBreak : ' ')))
  return parts.join('').trim()
}
