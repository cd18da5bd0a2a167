import { type Fragment, Node, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { type DocumentNode, walk } from '../../core/document-node.ts'
import type { SurfaceTools } from '../block-view.ts'
import { hasForeignImages } from '../paste/bring-images.ts'
import { foreignId } from '../paste/report-images.ts'
import { pasteWithImages } from '../text/paste-from-office.ts'

/** A copy in which every picture is known as the other report's. */
function ofReport(content: DocumentNode, reportId: string): DocumentNode {
  const copy = structuredClone(content)
  walk(copy, node => {
    if (node.type === 'image' && typeof node.attrs?.imageId === 'string')
      node.attrs = { ...node.attrs, imageId: foreignId({ reportId, imageId: node.attrs.imageId }) }
  })
  return copy
}

/**
 * Fills an empty text with that of another report, as one change that can be undone; its pictures become this report's.
 * @returns false where the text holds what this editor does not know, and nothing is put in
 */
export function putContent(view: EditorView, content: DocumentNode, reportId: string, tools: SurfaceTools): boolean {
  const { schema } = view.state
  let nodes: Fragment
  try {
    const doc = Node.fromJSON(schema, ofReport(content, reportId))
    doc.check()
    nodes = doc.content
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
  const slice = new Slice(nodes, 0, 0)
  const { tr, doc } = view.state
  if (!hasForeignImages(slice)) {
    view.dispatch(tr.replace(0, doc.content.size, slice).setMeta('uiEvent', 'paste'))
    return true
  }
  void pasteWithImages(view, slice, tools)
  return true
}
