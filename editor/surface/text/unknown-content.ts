import type { Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** y-tiptap appends a hash to marks that may overlap themselves: "comment--a1b2c3d4". */
const markName = (attribute: string): string => attribute.replace(/--[a-zA-Z0-9+/=]{8}$/, '')

/**
 * Names of nodes and marks in a fragment that the schema does not know. The Yjs binding deletes such content for
 * everyone the moment an editor opens it, so no editor is mounted while there is any.
 */
export function unknownContent(fragment: Y.XmlFragment, schema: Schema): string[] {
  const unknown = new Set<string>()
  const visit = (type: unknown): void => {
    if (type instanceof Y.XmlText) {
      for (const { attributes } of type.toDelta() as { attributes?: Record<string, unknown> }[])
        for (const attribute of Object.keys(attributes ?? {}))
          if (!schema.marks[markName(attribute)]) unknown.add(markName(attribute))
    } else if (type instanceof Y.XmlElement) {
      if (!schema.nodes[type.nodeName]) unknown.add(type.nodeName)
      for (const child of type.toArray()) visit(child)
    } else {
      // A hook or an embedded type that ProseMirror has no word for.
      unknown.add('?')
    }
  }
  for (const child of fragment.toArray()) visit(child)
  return [...unknown]
}
