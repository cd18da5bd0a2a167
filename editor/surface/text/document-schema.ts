import { getSchema } from '@tiptap/core'
import { documentExtensions } from '../../blocks/extensions.ts'
import { type DocumentNode, walk } from '../../core/document-node.ts'

/** Every node and mark that this version knows. */
export const documentSchema = getSchema(documentExtensions)

/** Whether there is a node or mark in the content that this version does not know. */
export function documentSchemaLacks(content: DocumentNode): boolean {
  let lacks = false
  walk(content, ({ type, marks = [] }) => {
    lacks ||= !documentSchema.nodes[type] || marks.some(mark => !documentSchema.marks[mark.type])
  })
  return lacks
}
